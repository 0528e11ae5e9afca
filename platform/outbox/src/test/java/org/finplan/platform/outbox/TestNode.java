package org.finplan.platform.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.outbox.consumer.ConsumerLoop;
import org.finplan.platform.outbox.consumer.ConsumerSettings;
import org.finplan.platform.outbox.consumer.DeadLetters;
import org.finplan.platform.outbox.consumer.Handlers;
import org.finplan.platform.outbox.kafka.KafkaClients;

/** One process of a service that reads events, as far as this module goes. */
public final class TestNode implements AutoCloseable {

    private final TestDatabase database;
    private final DeadLetters deadLetters;
    private final ConsumerLoop loop;

    public TestNode(TestDatabase database, EventHandler<?>... handlers) {
        this.database = database;
        ConsumerSettings settings = new ConsumerSettings(
                "sample", 4, 50, 3, Duration.ofMillis(20), Duration.ofSeconds(1), 500, Duration.ofDays(100));
        KafkaClients clients = TestServers.clients();
        Handlers sorted = new Handlers(List.of(handlers));
        deadLetters = new DeadLetters(database, sorted, clients::producer, settings, Clock.systemUTC());
        loop = new ConsumerLoop(
                () -> clients.consumer(settings.group()),
                TestServers::log,
                sorted,
                deadLetters,
                settings,
                new SimpleMeterRegistry());
        deadLetters.start();
        loop.start();
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** Puts a failed letter back in line; false when there is none. */
    public boolean replay(UUID letter) {
        boolean released = database.call(handle -> deadLetters.release(handle, letter));
        deadLetters.wake();
        return released;
    }

    /** Puts all failed letters back in line. */
    public int replayAll() {
        int released = database.call(handle -> deadLetters.releaseAll(handle, RegionSet.ALL));
        deadLetters.wake();
        return released;
    }

    @Override
    public void close() {
        loop.close();
        deadLetters.close();
    }
}
