package org.finplan.platform.outbox.runtime;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.finplan.platform.outbox.consumer.ConsumerLoop;
import org.finplan.platform.outbox.consumer.DeadLetters;
import org.finplan.platform.outbox.consumer.Handlers;
import org.finplan.platform.outbox.kafka.KafkaClients;
import org.finplan.platform.outbox.kafka.Topics;
import org.finplan.platform.outbox.relay.Relay;
import org.jboss.logging.Logger;

/**
 * Starts the outbox with the service and stops it with it. The service itself does not wait for the broker: events stay in
 * the outbox until it answers and has the topics.
 */
@ApplicationScoped
class OutboxLifecycle {

    private static final Logger LOG = Logger.getLogger(OutboxLifecycle.class);
    private static final long RETRY_MILLIS = 500;

    private final Relay relay;
    private final Handlers handlers;
    private final DeadLetters deadLetters;
    private final ConsumerLoop consumerLoop;
    private final Chores chores;
    private final KafkaClients clients;
    private final KafkaConfig kafka;
    private final Thread starter = new Thread(this::startWhenTopicsExist, "outbox-starter");
    private boolean started;
    private boolean stopping;

    OutboxLifecycle(
            Relay relay,
            Handlers handlers,
            DeadLetters deadLetters,
            ConsumerLoop consumerLoop,
            Chores chores,
            KafkaClients clients,
            KafkaConfig kafka) {
        this.relay = relay;
        this.handlers = handlers;
        this.deadLetters = deadLetters;
        this.consumerLoop = consumerLoop;
        this.chores = chores;
        this.clients = clients;
        this.kafka = kafka;
    }

    void start(@Observes StartupEvent event) {
        starter.setDaemon(true);
        starter.start();
    }

    private void startWhenTopicsExist() {
        KafkaConfig.Topic config = kafka.topic();
        Topics topics = new Topics(config.partitions(), config.replicationFactor(), config.retention());
        try (Admin admin = clients.admin()) {
            while (!createdBy(admin, topics)) {
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            }
            startAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean createdBy(Admin admin, Topics topics) throws InterruptedException {
        try {
            topics.create(admin);
            return true;
        } catch (KafkaException e) {
            LOG.warnf("The outbox waits for the broker: %s", e.getMessage());
            return false;
        }
    }

    private synchronized void startAll() {
        if (stopping) {
            return;
        }
        started = true;
        relay.start();
        chores.start();
        if (!handlers.topics().isEmpty()) {
            deadLetters.start();
            consumerLoop.start();
        }
    }

    private synchronized boolean stopStarting() {
        stopping = true;
        return started;
    }

    void stop(@Observes ShutdownEvent event) {
        boolean wasStarted = stopStarting();
        starter.interrupt();
        chores.stop();
        if (wasStarted) {
            consumerLoop.close();
            deadLetters.close();
            relay.close();
        }
    }
}
