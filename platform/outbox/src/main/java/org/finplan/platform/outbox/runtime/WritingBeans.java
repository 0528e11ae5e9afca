package org.finplan.platform.outbox.runtime;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.outbox.append.EventFactory;
import org.finplan.platform.outbox.append.JtaOutbox;
import org.finplan.platform.outbox.kafka.KafkaClients;
import org.finplan.platform.outbox.relay.Relay;
import org.finplan.platform.web.tracing.TraceContext;

/** The writing half. It knows no handlers, since handlers write too. */
class WritingBeans {

    @Produces
    @Singleton
    KafkaClients clients(KafkaConfig config) {
        return new KafkaClients(config.bootstrapServers(), config.client());
    }

    @Produces
    @Singleton
    Relay relay(OutboxConfig config, KafkaClients clients, DataSource dataSource, Clock clock) {
        return new Relay(dataSource, clients::producer, config.relay(), clock);
    }

    @Produces
    @Singleton
    Outbox outbox(
            OutboxConfig config,
            @ConfigProperty(name = "quarkus.application.name") String application,
            DataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            Relay relay,
            Clock clock) {
        String source = config.source().orElse("/" + application);
        return new JtaOutbox(
                new EventFactory(source, clock, TraceContext::current), dataSource, transactions, relay::wake);
    }
}
