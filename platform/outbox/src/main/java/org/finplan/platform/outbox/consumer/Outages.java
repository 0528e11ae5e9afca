package org.finplan.platform.outbox.consumer;

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

    private boolean databaseAnswers() {
        try {
            return transactions.call(
                    handle -> handle.select("SELECT 1").mapTo(Integer.class).one() == 1);
        } catch (RuntimeException e) {
            return false;
        }
    }
}
