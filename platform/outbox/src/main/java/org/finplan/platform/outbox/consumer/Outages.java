package org.finplan.platform.outbox.consumer;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.finplan.platform.outage.DatabaseFault;

/** Tells a handler that fails from a database that is unavailable, busy or full: the latter is waited out and never makes a dead letter. */
final class Outages {

    private final Transactions transactions;

    Outages(Transactions transactions) {
        this.transactions = transactions;
    }

    boolean explain(Throwable failure) {
        return DatabaseFault.passes(failure) || !databaseAnswers();
    }

    private static boolean answers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        }
    }

    private boolean databaseAnswers() {
        try {
            return transactions.call(Outages::answers);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }
}
