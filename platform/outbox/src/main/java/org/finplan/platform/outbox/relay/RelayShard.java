package org.finplan.platform.outbox.relay;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.finplan.platform.outage.Backoff;
import org.finplan.platform.outage.OutageNotice;
import org.finplan.platform.outbox.kafka.EventLog;
import org.finplan.platform.outbox.lease.Lease;
import org.finplan.platform.outbox.lease.LeaseLostException;
import org.finplan.platform.outbox.lease.LeaseTerm;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Publishes one shard of the outbox while it has the shard's lease. Whatever fails ends the session and the producer, and the
 * next attempt, here or on another node, begins anew.
 */
final class RelayShard implements Runnable {

    private static final Logger LOG = Logger.getLogger(RelayShard.class);

    private final Jdbi sessions;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Supplier<EventLog> logs;
    private final RelaySettings settings;
    private final int shard;
    private final Clock clock;
    private final Lease lease;
    private final Backoff backoff;
    private final OutageNotice notice = new OutageNotice();
    private final Signal signal = new Signal();
    private final AtomicBoolean committed = new AtomicBoolean(true);
    private volatile boolean closed;
    private volatile boolean leading;

    RelayShard(
            Jdbi sessions,
            Supplier<Producer<String, byte[]>> producers,
            Supplier<EventLog> logs,
            RelaySettings settings,
            int shard,
            Clock clock) {
        this.sessions = sessions;
        this.producers = producers;
        this.logs = logs;
        this.settings = settings;
        this.shard = shard;
        this.clock = clock;
        this.lease = new Lease("outbox-" + shard, settings.lease());
        this.backoff = new Backoff(settings.retryDelay(), settings.longestRetry());
    }

    /** Says that a transaction with events committed on this node. */
    void wake() {
        if (leading && committed.compareAndSet(false, true)) {
            signal.set();
        }
    }

    void close() {
        closed = true;
        signal.set();
    }

    boolean isLeading() {
        return leading;
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                attempt();
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stands by and leads on one session until it is closed or something fails. */
    private void attempt() throws InterruptedException {
        try (Handle session = sessions.open();
                EventLog log = logs.get()) {
            while (!closed) {
                Optional<LeaseTerm> term = lease.take(session);
                if (term.isPresent()) {
                    lead(session, log, term.get());
                } else {
                    backoff.reset();
                    signal.await(settings.takeoverInterval().toNanos());
                }
            }
        } catch (LeaseLostException e) {
            LOG.infof("Another node publishes shard %d of the outbox: %s", shard, e.getMessage());
        } catch (LogReplacedException e) {
            LOG.warnf("The event log is another one, shard %d begins anew: %s", shard, e.getMessage());
        } catch (InterruptException e) {
            throw e;
        } catch (SQLException | JdbiException | KafkaException e) {
            if (notice.due()) {
                LOG.warnf("Outbox shard %d waits: %s", shard, e.getMessage());
            }
            signal.await(backoff.nextNanos());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Outbox shard %d starts again", shard);
            signal.await(backoff.nextNanos());
        }
    }

    private void lead(Handle session, EventLog log, LeaseTerm term) throws SQLException, InterruptedException {
        OutboxTable table = new OutboxTable(session, lease, settings.shards(), shard);
        try {
            Map<String, Uuid> topics = log.ensure();
            table.reconcile(topics, term, clock.instant())
                    .forEach((topic, events) -> LOG.warnf(
                            "Topic %s is another one than before: %d events of shard %d that the outbox still holds are"
                                    + " published again",
                            topic, events, shard));
            LOG.infof("This node publishes shard %d of the outbox, term %d", shard, term.number());
            publish(table, new TopicWatch(log, topics, settings, notice), term);
        } finally {
            leading = false;
            release(session, term);
        }
    }

    private void publish(OutboxTable table, TopicWatch topics, LeaseTerm term) throws InterruptedException {
        table.setUp();
        committed.set(true);
        leading = true;
        // A producer of its own for each term: one that failed for good is not used again.
        Producer<String, byte[]> producer = producers.get();
        try {
            PendingEvents pending = new PendingEvents(producer, term, signal);
            LeaderLoop loop = new LeaderLoop(table, pending, topics, term, settings, clock, signal, committed);
            while (!closed) {
                loop.work();
                backoff.reset();
            }
            loop.finish();
        } finally {
            // Nothing that is left in it may go out later: the next term decides what to send, and to which log.
            producer.close(Duration.ZERO);
        }
    }

    /** A lease that is not given back runs out by itself. */
    private void release(Handle session, LeaseTerm term) {
        try {
            lease.release(session, term);
        } catch (JdbiException e) {
            LOG.debugf(e, "The lease of shard %d runs out by itself", shard);
        }
    }
}
