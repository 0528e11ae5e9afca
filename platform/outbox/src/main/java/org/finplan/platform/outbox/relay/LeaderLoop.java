package org.finplan.platform.outbox.relay;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.finplan.platform.outbox.lease.LeaseTerm;
import org.jboss.logging.Logger;

/** What a relay does from taking the lease of a shard until it is lost or given up: reads, sends, marks, again and again. */
final class LeaderLoop {

    private static final Logger LOG = Logger.getLogger(LeaderLoop.class);
    private static final int MARK_BATCH = 500;
    private static final long MARK_DELAY = Signal.millis(25);
    /** Under load many transactions commit within it, and one read serves all of them; a single one does not wait. */
    private static final long FETCH_DELAY = Signal.millis(3);

    private static final long CLOSE_PATIENCE = Signal.millis(5_000);

    private final OutboxTable table;
    private final PendingEvents pending;
    private final TopicWatch topics;
    private final LeaseTerm term;
    private final long renewInterval;
    private final RelaySettings settings;
    private final Clock clock;
    private final Signal signal;
    private final AtomicBoolean committed;
    private long nextPoll = System.nanoTime();
    private long nextFetch = nextPoll;
    private long lastMark = nextPoll;
    private long lastRenewal = nextPoll;

    LeaderLoop(
            OutboxTable table,
            PendingEvents pending,
            TopicWatch topics,
            LeaseTerm term,
            RelaySettings settings,
            Clock clock,
            Signal signal,
            AtomicBoolean committed) {
        this.table = table;
        this.pending = pending;
        this.topics = topics;
        this.term = term;
        this.renewInterval = settings.lease().toNanos() / 4;
        this.settings = settings;
        this.clock = clock;
        this.signal = signal;
        this.committed = committed;
    }

    /** One round. New events go first, marks wait for a moment without them or for a batch. */
    void work() throws InterruptedException {
        boolean busy = pending.settle();
        park();
        if (topics.passes(pending.isBrokerUnavailable()) && pending.isBrokerUnavailable()) {
            pending.resume();
        }
        busy |= fetch();
        if (markIsDue()) {
            mark();
        } else if (System.nanoTime() - lastRenewal >= renewInterval) {
            table.renew(term);
            lastRenewal = System.nanoTime();
        } else if (!busy) {
            signal.await(patience());
        }
    }

    /** Lets the broker answer what it has, so that a planned stop repeats nothing. */
    void finish() throws InterruptedException {
        long deadline = System.nanoTime() + CLOSE_PATIENCE;
        pending.stopSending();
        while (!pending.isIdle() && System.nanoTime() - deadline < 0) {
            if (!pending.settle()) {
                signal.await(Signal.millis(50));
            }
        }
        park();
        if (!pending.confirmed().isEmpty()) {
            mark();
        }
    }

    private void mark() {
        table.markPublished(pending.confirmed(), term, clock.instant());
        pending.forgetConfirmed();
        lastMark = System.nanoTime();
        lastRenewal = lastMark;
    }

    private boolean fetch() {
        int limit = Math.min(settings.fetchSize(), settings.window() - pending.size());
        boolean room = limit >= Math.min(settings.fetchSize(), settings.window() / 8);
        if (!room || !fetchIsDue()) {
            return false;
        }
        committed.set(false);
        List<OutboxRow> rows = table.unpublished(pending.loaded(), pending.full(), limit);
        pending.load(rows);
        long now = System.nanoTime();
        nextFetch = now + (rows.size() == limit ? 0 : FETCH_DELAY);
        nextPoll = now + (rows.size() == limit ? 0 : settings.pollInterval().toNanos());
        return !rows.isEmpty();
    }

    private boolean fetchIsDue() {
        boolean hungry = pending.takeHunger();
        long now = System.nanoTime();
        return hungry || (committed.get() && now - nextFetch >= 0) || now - nextPoll >= 0;
    }

    private boolean markIsDue() {
        int confirmed = pending.confirmed().size();
        return confirmed >= MARK_BATCH || (confirmed > 0 && System.nanoTime() - lastMark >= MARK_DELAY);
    }

    private long patience() {
        long now = System.nanoTime();
        long poll = settings.pollInterval().toNanos();
        long due = committed.get() ? Math.min(nextFetch, nextPoll) : nextPoll;
        long patience = Math.min(poll, Math.max(0, due - now));
        if (pending.size() >= settings.window() / 2) {
            patience = poll;
        }
        if (!pending.confirmed().isEmpty()) {
            patience = Math.min(patience, Math.max(0, lastMark + MARK_DELAY - now));
        }
        return patience;
    }

    private void park() {
        for (PendingEvents.Refusal refusal : pending.takeRefused()) {
            String reason = refusal.failure().getClass().getSimpleName() + ": "
                    + refusal.failure().getMessage();
            LOG.errorf(
                    "The broker refuses event %s of %s, which is parked: %s",
                    refusal.row().envelope().id(), refusal.row().aggregate(), reason);
            table.park(refusal.row(), reason, clock.instant());
        }
    }
}
