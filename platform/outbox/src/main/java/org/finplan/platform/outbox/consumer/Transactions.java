package org.finplan.platform.outbox.consumer;

import java.sql.Connection;
import java.sql.SQLException;

/** Runs work in a database transaction of its own. */
public interface Transactions {

    /**
     * Runs work, commits when it returns and rolls back when it throws.
     *
     * @param work what to do
     * @param <T> its result
     * @return the result, after the commit
     * @throws SQLException when the database fails
     */
    <T> T call(Work<T> work) throws SQLException;

    /**
     * What to do in a transaction.
     *
     * @param <T> the result
     */
    @FunctionalInterface
    interface Work<T> {

        /**
         * Does it.
         *
         * @param connection a connection inside the transaction
         * @return the result
         * @throws SQLException when the database fails
         */
        T run(Connection connection) throws SQLException;
    }
}
