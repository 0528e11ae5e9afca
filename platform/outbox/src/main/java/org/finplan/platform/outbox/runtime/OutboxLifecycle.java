package org.finplan.platform.outbox.runtime;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.finplan.platform.outage.Backoff;
import org.finplan.platform.outage.OutageNotice;
import org.finplan.platform.outbox.consumer.ConsumerLoop;
import org.finplan.platform.outbox.consumer.DeadLetters;
import org.finplan.platform.outbox.consumer.Handlers;
import org.finplan.platform.outbox.kafka.EventLog;
import org.finplan.platform.outbox.kafka.KafkaClients;
import org.finplan.platform.outbox.kafka.Topics;
import org.finplan.platform.outbox.relay.Relay;
import org.finplan.platform.sql.SchemaState;
import org.jboss.logging.Logger;

/**
 * Starts the outbox with the service and stops it with it. The service itself does not wait for the broker: events stay in
 * the outbox until it answers, and reading begins when the topics to read exist. Each topic is made by the relay of the
 * service that publishes to it and by nobody else, so that nothing is published to a new topic before that relay knows it.
 */
@ApplicationScoped
class OutboxLifecycle {

    private static final Logger LOG = Logger.getLogger(OutboxLifecycle.class);

    private final Relay relay;
    private final Handlers handlers;
    private final DeadLetters deadLetters;
    private final ConsumerLoop consumerLoop;
    private final UpkeepSchedule upkeep;
    private final KafkaClients clients;
    private final Topics topics;
    private final SchemaState schema;
    private final OutageNotice notice = new OutageNotice();
    private final Thread starter = new Thread(this::startWhenAllIsThere, "outbox-starter");
    private boolean writing;
    private boolean reading;
    private boolean stopping;

    OutboxLifecycle(
            Relay relay,
            Handlers handlers,
            DeadLetters deadLetters,
            ConsumerLoop consumerLoop,
            UpkeepSchedule upkeep,
            KafkaClients clients,
            Topics topics,
            SchemaState schema) {
        this.relay = relay;
        this.handlers = handlers;
        this.deadLetters = deadLetters;
        this.consumerLoop = consumerLoop;
        this.upkeep = upkeep;
        this.clients = clients;
        this.topics = topics;
        this.schema = schema;
    }

    void start(@Observes StartupEvent event) {
        if (schema.upToDate()) {
            startWriting();
        }
        if (!handlers.topics().isEmpty() || !schema.upToDate()) {
            starter.setDaemon(true);
            starter.start();
        }
    }

    private void startWhenAllIsThere() {
        try {
            Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
            while (!schema.upToDate()) {
                backoff.pause();
            }
            startWriting();
            if (!handlers.topics().isEmpty()) {
                startReadingWhenTopicsExist();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startWriting() {
        if (!stopping && !writing) {
            writing = true;
            relay.start();
            upkeep.start();
        }
    }

    private void startReadingWhenTopicsExist() throws InterruptedException {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
        try (EventLog log = new EventLog(clients::admin, topics)) {
            while (!exist(log)) {
                backoff.pause();
            }
            startReading();
        }
    }

    private boolean exist(EventLog log) throws InterruptedException {
        Set<String> needed = handlers.topics();
        try {
            Set<String> present = log.look(needed).await().keySet();
            if (present.containsAll(needed)) {
                return true;
            }
            if (notice.due()) {
                LOG.infof("Reading events waits for topics: there are %s of %s", present, needed);
            }
        } catch (KafkaException e) {
            if (notice.due()) {
                LOG.warnf("Reading events waits for the broker: %s", e.getMessage());
            }
        }
        return false;
    }

    private synchronized void startReading() {
        if (!stopping) {
            reading = true;
            deadLetters.start();
            consumerLoop.start();
        }
    }

    private synchronized boolean stopReading() {
        stopping = true;
        return reading;
    }

    void stop(@Observes ShutdownEvent event) {
        boolean wasReading = stopReading();
        starter.interrupt();
        upkeep.stop();
        if (wasReading) {
            consumerLoop.close();
            deadLetters.close();
        }
        relay.close();
    }
}
