package org.finplan.platform.outbox.consumer;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Runs work in a database transaction of its own. */
public interface Transactions {

    /**
     * Runs work, commits when it returns and rolls back when it throws.
     *
     * @param work what to do with a handle inside the transaction
     * @param <T> its result
     * @return the result, after the commit
     */
    <T> T call(Function<Handle, T> work);
}
