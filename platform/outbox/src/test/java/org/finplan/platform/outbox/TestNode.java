package org.finplan.platform.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.finplan.platform.outbox.consumer.ConsumerLoop;
import org.finplan.platform.outbox.consumer.ConsumerSettings;
import org.finplan.platform.outbox.consumer.DeadLetters;
import org.finplan.platform.outbox.consumer.Handlers;
import org.finplan.platform.outbox.kafka.KafkaClients;

/** One process of a service that reads events, as far as this module goes. */
public final class TestNode implements AutoCloseable {

    private final DeadLetters deadLetters;
    private final ConsumerLoop loop;

    public TestNode(TestDatabase database, EventHandler<?>... handlers) {
        ConsumerSettings settings = new ConsumerSettings(
                "sample", 4, 3, Duration.ofMillis(20), Duration.ofSeconds(1), 500, Duration.ofDays(100));
        KafkaClients clients = TestServers.clients();
        Handlers sorted = new Handlers(List.of(handlers));
        deadLetters = new DeadLetters(database, sorted, clients::producer, settings, Clock.systemUTC());
        loop = new ConsumerLoop(
                () -> clients.consumer(settings.group()), sorted, deadLetters, settings, new SimpleMeterRegistry());
        deadLetters.start();
        loop.start();
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    @Override
    public void close() {
        loop.close();
        deadLetters.close();
    }
}
