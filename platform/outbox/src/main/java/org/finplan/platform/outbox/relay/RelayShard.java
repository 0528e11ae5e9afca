package org.finplan.platform.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/** Publishes one shard of the outbox while it holds the shard's lock. */
final class RelayShard implements Runnable {

    private static final Logger LOG = Logger.getLogger(RelayShard.class);

    private final DataSource dataSource;
    private final Supplier<Producer<String, byte[]>> producers;
    private final RelaySettings settings;
    private final int shard;
    private final Clock clock;
    private final Signal signal = new Signal();
    private final AtomicBoolean committed = new AtomicBoolean(true);
    private volatile boolean closed;
    private volatile boolean leading;

    RelayShard(
            DataSource dataSource,
            Supplier<Producer<String, byte[]>> producers,
            RelaySettings settings,
            int shard,
            Clock clock) {
        this.dataSource = dataSource;
        this.producers = producers;
        this.settings = settings;
        this.shard = shard;
        this.clock = clock;
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
                signal.await(attempt());
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leads if it can; returns how long to wait before the next try. */
    private long attempt() throws InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            OutboxTable table = new OutboxTable(connection, settings.shards(), shard);
            if (!table.tryLock()) {
                return settings.takeoverInterval().toNanos();
            }
            try {
                lead(table);
                table.unlock();
            } catch (SQLException | RuntimeException e) {
                // A connection that may still hold the lock must not go back to the pool.
                connection.abort(Runnable::run);
                throw e;
            }
            return 0;
        } catch (SQLException e) {
            LOG.warnf("Outbox shard %d waits for the database: %s", shard, e.getMessage());
            return settings.retryDelay().toNanos();
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Outbox shard %d starts again", shard);
            return settings.retryDelay().toNanos();
        }
    }

    private void lead(OutboxTable table) throws SQLException, InterruptedException {
        LOG.infof("This node publishes shard %d of the outbox", shard);
        committed.set(true);
        leading = true;
        table.beginTerm();
        // A producer of its own for each term: one that failed for good is not used again.
        try (Producer<String, byte[]> producer = producers.get()) {
            Term term = new Term(table, new Shipment(producer, signal), settings, clock, signal, committed);
            while (!closed) {
                term.work();
            }
            term.finish();
        } finally {
            leading = false;
        }
        table.endTerm();
    }
}
