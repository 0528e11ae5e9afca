package org.finplan.platform.outbox.relay;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** The time from taking the lock of a shard until it is lost or given up: reads, sends, marks, again and again. */
final class Term {

    private static final Logger LOG = Logger.getLogger(Term.class);
    private static final int MARK_BATCH = 500;
    private static final long MARK_DELAY = Signal.millis(10);
    private static final long CLOSE_PATIENCE = Signal.millis(5_000);

    private final OutboxTable table;
    private final Shipment shipment;
    private final RelaySettings settings;
    private final Clock clock;
    private final Signal signal;
    private final AtomicBoolean committed;
    private long nextPoll = System.nanoTime();
    private long lastMark = nextPoll;
    private long resumeAt;
    private boolean waitsForBroker;

    Term(
            OutboxTable table,
            Shipment shipment,
            RelaySettings settings,
            Clock clock,
            Signal signal,
            AtomicBoolean committed) {
        this.table = table;
        this.shipment = shipment;
        this.settings = settings;
        this.clock = clock;
        this.signal = signal;
        this.committed = committed;
    }

    /** One round. New events go first, marks wait for a moment without them or for a batch. */
    void work() throws SQLException, InterruptedException {
        boolean busy = shipment.settle();
        park();
        mindTheBroker();
        busy |= fetch();
        if (markIsDue()) {
            table.markPublished(shipment.confirmed(), clock.instant());
            shipment.forgetConfirmed();
            lastMark = System.nanoTime();
        } else if (!busy) {
            signal.await(patience());
        }
    }

    /** Lets the broker answer what it has, so that a planned stop repeats nothing. */
    void finish() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + CLOSE_PATIENCE;
        shipment.stopSending();
        while (!shipment.isIdle() && System.nanoTime() - deadline < 0) {
            if (!shipment.settle()) {
                signal.await(Signal.millis(50));
            }
        }
        park();
        if (!shipment.confirmed().isEmpty()) {
            table.markPublished(shipment.confirmed(), clock.instant());
        }
    }

    private void mindTheBroker() {
        long now = System.nanoTime();
        if (waitsForBroker && now - resumeAt >= 0) {
            waitsForBroker = false;
            shipment.resume();
        } else if (!waitsForBroker && shipment.isBrokerAway()) {
            waitsForBroker = true;
            resumeAt = now + settings.retryDelay().toNanos();
            LOG.warn("The outbox waits for the broker");
        }
    }

    private boolean fetch() throws SQLException {
        int limit = Math.min(settings.fetchSize(), settings.window() - shipment.size());
        boolean room = limit >= Math.min(settings.fetchSize(), settings.window() / 8);
        if (!room || !fetchIsDue()) {
            return false;
        }
        committed.set(false);
        List<OutboxRow> rows = table.unpublished(shipment.loaded(), shipment.full(), limit);
        shipment.load(rows);
        nextPoll = System.nanoTime()
                + (rows.size() == limit ? 0 : settings.pollInterval().toNanos());
        return !rows.isEmpty();
    }

    private boolean fetchIsDue() {
        boolean hungry = shipment.takeHunger();
        return hungry || committed.get() || System.nanoTime() - nextPoll >= 0;
    }

    private boolean markIsDue() {
        int confirmed = shipment.confirmed().size();
        return confirmed >= MARK_BATCH || (confirmed > 0 && System.nanoTime() - lastMark >= MARK_DELAY);
    }

    private long patience() {
        long now = System.nanoTime();
        long poll = settings.pollInterval().toNanos();
        long patience = Math.min(poll, Math.max(0, nextPoll - now));
        if (shipment.size() >= settings.window() / 2) {
            patience = poll;
        }
        if (!shipment.confirmed().isEmpty()) {
            patience = Math.min(patience, Math.max(0, lastMark + MARK_DELAY - now));
        }
        return patience;
    }

    private void park() throws SQLException {
        for (Shipment.Refusal refusal : shipment.takeRefused()) {
            String reason = refusal.failure().getClass().getSimpleName() + ": "
                    + refusal.failure().getMessage();
            LOG.errorf(
                    "The broker refuses event %s of %s, which is parked: %s",
                    refusal.row().envelope().id(), refusal.row().aggregate(), reason);
            table.park(refusal.row(), reason, clock.instant());
        }
    }
}
