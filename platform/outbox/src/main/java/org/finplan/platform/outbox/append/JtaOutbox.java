package org.finplan.platform.outbox.append;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.jdbi.v3.core.Jdbi;

/** Collects the events of a JTA transaction, stores them before it completes and wakes the relay after it committed. */
public final class JtaOutbox implements Outbox {

    private final EventFactory events;
    private final Jdbi jdbi;
    private final TransactionSynchronizationRegistry transactions;
    private final Runnable wakeRelay;

    /**
     * An outbox on a database that takes part in JTA transactions.
     *
     * @param events completes events at their append
     * @param jdbi the database
     * @param transactions the running transaction
     * @param wakeRelay called after each commit with events
     */
    public JtaOutbox(
            EventFactory events, Jdbi jdbi, TransactionSynchronizationRegistry transactions, Runnable wakeRelay) {
        this.events = events;
        this.jdbi = jdbi;
        this.transactions = transactions;
        this.wakeRelay = wakeRelay;
    }

    @Override
    public UUID append(NewEvent event) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("Outbox.append needs an active transaction");
        }
        PendingEvent pending = events.pending(event);
        Buffer buffer = (Buffer) transactions.getResource(this);
        if (buffer == null) {
            buffer = new Buffer();
            transactions.registerInterposedSynchronization(buffer);
            transactions.putResource(this, buffer);
        }
        buffer.pending.add(pending);
        return pending.id();
    }

    /** The events of one transaction. */
    private final class Buffer implements Synchronization {
        private final List<PendingEvent> pending = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            // An append by a synchronization that runs after this one starts a buffer of its own.
            transactions.putResource(JtaOutbox.this, null);
            jdbi.useHandle(handle -> OutboxWriter.write(handle, pending));
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                wakeRelay.run();
            }
        }
    }
}
