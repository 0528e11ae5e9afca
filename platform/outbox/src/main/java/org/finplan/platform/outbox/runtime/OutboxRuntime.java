package org.finplan.platform.outbox.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.platform.outbox.EventHandler;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.outbox.append.EventFactory;
import org.finplan.platform.outbox.append.JtaOutbox;
import org.finplan.platform.outbox.consumer.ConsumerLoop;
import org.finplan.platform.outbox.consumer.ConsumerSettings;
import org.finplan.platform.outbox.consumer.DeadLetters;
import org.finplan.platform.outbox.consumer.Handlers;
import org.finplan.platform.outbox.kafka.KafkaClients;
import org.finplan.platform.outbox.kafka.Topics;
import org.finplan.platform.outbox.relay.Relay;
import org.finplan.platform.outbox.upkeep.Upkeep;
import org.finplan.platform.web.tracing.TraceContext;
import org.jboss.logging.Logger;

/** Builds the parts of the outbox for a service, starts them with it and stops them with it. */
@ApplicationScoped
class OutboxRuntime {

    private static final Logger LOG = Logger.getLogger(OutboxRuntime.class);

    private static final int MEASURE_SECONDS = 5;
    private static final int DELETE_SECONDS = 60;

    private final Outbox outbox;
    private final Relay relay;
    private final DeadLetters deadLetters;
    private final ConsumerLoop consumerLoop;
    private final KafkaClients clients;
    private final Topics topics;
    private final Upkeep upkeep;
    private final OutboxConfig outboxConfig;
    private final ConsumerSettings settings;
    private final ScheduledExecutorService upkeepThread = Executors.newSingleThreadScheduledExecutor();
    private final boolean reads;
    private volatile boolean stopping;
    private Thread starter;

    OutboxRuntime(
            OutboxConfig outboxConfig,
            ConsumerConfig consumerConfig,
            KafkaConfig kafka,
            @ConfigProperty(name = "quarkus.application.name") String application,
            DataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            Clock clock,
            MeterRegistry meters,
            @All List<EventHandler<?>> eventHandlers) {
        clients = new KafkaClients(kafka.bootstrapServers(), kafka.client());
        topics = new Topics(
                kafka.topic().partitions(),
                kafka.topic().replicationFactor(),
                kafka.topic().retention());
        this.outboxConfig = outboxConfig;
        upkeep = new Upkeep(dataSource, clock, meters);
        relay = new Relay(dataSource, clients::producer, outboxConfig.relay(), clock);
        EventFactory factory =
                new EventFactory(outboxConfig.source().orElse("/" + application), clock, TraceContext::current);
        outbox = new JtaOutbox(factory, dataSource, transactions, relay::wake);
        settings = consumerConfig.settings(application);
        Handlers handlers = new Handlers(eventHandlers);
        reads = !handlers.topics().isEmpty();
        deadLetters = new DeadLetters(new JtaTransactions(dataSource), handlers, clients::producer, settings, clock);
        consumerLoop =
                new ConsumerLoop(() -> clients.consumer(settings.group()), handlers, deadLetters, settings, meters);
    }

    @Produces
    @Singleton
    Outbox outbox() {
        return outbox;
    }

    @Produces
    @Singleton
    DeadLetters deadLetters() {
        return deadLetters;
    }

    /** The service starts without waiting for the broker: events stay in the outbox meanwhile. */
    void start(@Observes StartupEvent event) {
        starter = new Thread(this::startWhenTopicsExist, "outbox-starter");
        starter.setDaemon(true);
        starter.start();
    }

    private void startWhenTopicsExist() {
        while (!stopping) {
            try (Admin admin = clients.admin()) {
                topics.create(admin);
                startAll();
                return;
            } catch (KafkaException e) {
                LOG.warnf("The outbox waits for the broker: %s", e.getMessage());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized void startAll() {
        if (stopping) {
            return;
        }
        relay.start();
        schedule("measure", upkeep::measure, MEASURE_SECONDS);
        schedule("delete published events", () -> upkeep.deletePublished(outboxConfig.retention()), DELETE_SECONDS);
        schedule(
                "delete inbox rows",
                () -> upkeep.deleteReceived(settings.group(), settings.inboxRetention()),
                DELETE_SECONDS);
        if (reads) {
            deadLetters.start();
            consumerLoop.start();
        }
    }

    /** Work on the tables. */
    @FunctionalInterface
    private interface Chore {
        void run() throws SQLException;
    }

    // A chore reports its failures by itself.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void schedule(String name, Chore chore, int seconds) {
        upkeepThread.scheduleWithFixedDelay(
                () -> {
                    try {
                        chore.run();
                    } catch (SQLException | RuntimeException e) {
                        LOG.warnf("Outbox upkeep (%s) waits for the database: %s", name, e.getMessage());
                    }
                },
                seconds,
                seconds,
                TimeUnit.SECONDS);
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(outboxConfig.retryDelay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        synchronized (this) {
            stopping = true;
        }
        starter.interrupt();
        upkeepThread.shutdownNow();
        consumerLoop.close();
        deadLetters.close();
        relay.close();
    }
}
