package org.finplan.platform.outbox.relay;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.finplan.platform.outbox.kafka.EventLog;
import org.jdbi.v3.core.Jdbi;

/**
 * Publishes the outbox: one thread for each shard, of which one in the whole cluster works while the others stand by.
 *
 * <p>An event is sent only after the broker confirmed the one before it in its aggregate. So whatever dies, and even if two
 * relays should run at once, the first copy of each event stands after the first copy of its predecessor; a reader that
 * drops repeats by id sees every aggregate in order.
 */
public final class Relay implements AutoCloseable {

    private final List<RelayShard> shards = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * A relay that is not started.
     *
     * @param sessions opens sessions of the relay's own, never those of a pool, which would take one back with its settings
     *     or lose it; each shard keeps one
     * @param producers makes a producer for each term of leading a shard: acks=all, idempotent
     * @param logs looks at the topics that the service publishes to
     * @param settings how it works
     * @param clock what time it is
     */
    public Relay(
            Jdbi sessions,
            Supplier<Producer<String, byte[]>> producers,
            Supplier<EventLog> logs,
            RelaySettings settings,
            Clock clock) {
        for (int shard = 0; shard < settings.shards(); shard++) {
            shards.add(new RelayShard(sessions, producers, logs, settings, shard, clock));
        }
    }

    /** Starts the threads. */
    public void start() {
        for (RelayShard shard : shards) {
            Thread thread = new Thread(shard, "outbox-relay-" + threads.size());
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Says that a transaction with events committed on this node. */
    public void wake() {
        shards.forEach(RelayShard::wake);
    }

    /** {@return whether this node publishes the shard} */
    public boolean leads(int shard) {
        return shards.get(shard).isLeading();
    }

    /** Stops sending, lets the broker answer what it has, gives up the shards. */
    @Override
    public void close() {
        shards.forEach(RelayShard::close);
        for (Thread thread : threads) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(15));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
