package org.finplan.platform.outbox.runtime;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.platform.outage.runtime.DirectSessions;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.outbox.append.EventFactory;
import org.finplan.platform.outbox.append.JtaOutbox;
import org.finplan.platform.outbox.kafka.EventLog;
import org.finplan.platform.outbox.kafka.KafkaClients;
import org.finplan.platform.outbox.kafka.Topics;
import org.finplan.platform.outbox.relay.Relay;
import org.finplan.platform.sql.Sql;
import org.finplan.platform.web.tracing.TraceContext;
import org.jdbi.v3.core.Jdbi;

/** The writing half. It knows no handlers, since handlers write too. */
class WritingBeans {

    /** A server that stopped answering is given up, so that the relay begins anew on another session. */
    private static final Map<String, String> RELAY_SESSION = Map.of(
            "connectTimeout", "3",
            "loginTimeout", "5",
            "socketTimeout", "10",
            "tcpKeepAlive", "true",
            "ApplicationName", "outbox-relay");

    @Produces
    @Singleton
    KafkaClients clients(KafkaConfig config) {
        return new KafkaClients(config.bootstrapServers(), config.client());
    }

    @Produces
    @Singleton
    Topics topics(KafkaConfig config, @ConfigProperty(name = "quarkus.application.name") String application) {
        KafkaConfig.Topic topic = config.topic();
        return new Topics(Topics.of(application), topic.partitions(), topic.replicationFactor(), topic.retention());
    }

    @Produces
    @Singleton
    Relay relay(OutboxConfig config, KafkaClients clients, Topics topics, AgroalDataSource pool, Clock clock) {
        return new Relay(
                Sql.on(new DirectSessions(pool, RELAY_SESSION)::open),
                clients::producer,
                () -> new EventLog(clients::admin, topics),
                config.relay(),
                clock);
    }

    @Produces
    @Singleton
    Outbox outbox(
            OutboxConfig config,
            @ConfigProperty(name = "quarkus.application.name") String application,
            Jdbi jdbi,
            TransactionSynchronizationRegistry transactions,
            Relay relay,
            Clock clock) {
        String source = config.source().orElse("/" + application);
        return new JtaOutbox(new EventFactory(source, clock, TraceContext::current), jdbi, transactions, relay::wake);
    }
}
