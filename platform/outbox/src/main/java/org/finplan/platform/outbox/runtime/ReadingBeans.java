package org.finplan.platform.outbox.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.platform.outbox.EventHandler;
import org.finplan.platform.outbox.consumer.ConsumerLoop;
import org.finplan.platform.outbox.consumer.ConsumerSettings;
import org.finplan.platform.outbox.consumer.DeadLetters;
import org.finplan.platform.outbox.consumer.Handlers;
import org.finplan.platform.outbox.kafka.EventLog;
import org.finplan.platform.outbox.kafka.KafkaClients;
import org.finplan.platform.outbox.kafka.Topics;
import org.jdbi.v3.core.Jdbi;

/** The reading half: what the handlers of a service need around them. */
class ReadingBeans {

    @Produces
    @Singleton
    ConsumerSettings settings(
            ConsumerConfig config, @ConfigProperty(name = "quarkus.application.name") String application) {
        return config.settings(application);
    }

    @Produces
    @Singleton
    Handlers handlers(@All List<EventHandler<?>> beans) {
        return new Handlers(beans);
    }

    @Produces
    @Singleton
    DeadLetters deadLetters(
            Handlers handlers, ConsumerSettings settings, KafkaClients clients, Jdbi jdbi, Clock clock) {
        return new DeadLetters(new JtaTransactions(jdbi), handlers, clients::producer, settings, clock);
    }

    @Produces
    @Singleton
    ConsumerLoop consumerLoop(
            Handlers handlers,
            ConsumerSettings settings,
            DeadLetters deadLetters,
            KafkaClients clients,
            Topics topics,
            MeterRegistry meters) {
        return new ConsumerLoop(
                () -> clients.consumer(settings.group()),
                () -> new EventLog(clients::admin, topics),
                handlers,
                deadLetters,
                settings,
                meters);
    }
}
