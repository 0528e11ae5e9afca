package org.finplan.platform.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.awaitility.Awaitility;
import org.finplan.platform.devstack.kafka.KafkaNode;
import org.finplan.platform.devstack.postgres.PostgresOptions;
import org.finplan.platform.devstack.postgres.PostgresServer;
import org.finplan.platform.devstack.process.PortReservation;
import org.finplan.platform.outbox.kafka.EventLog;
import org.finplan.platform.outbox.kafka.KafkaClients;
import org.finplan.platform.outbox.kafka.Topics;
import org.finplan.platform.outbox.relay.Relay;
import org.finplan.platform.outbox.relay.RelaySettings;

/** One PostgreSQL and one Kafka for all tests of this JVM; they end with it. */
public final class TestServers {

    private static final Path DIRECTORY = directory();
    private static final PortReservation POSTGRES_PORT = PortReservation.any(DIRECTORY.hashCode());
    private static final PortReservation KAFKA_PORT = PortReservation.any(POSTGRES_PORT.port());
    private static final PortReservation CONTROLLER_PORT = PortReservation.any(KAFKA_PORT.port());
    private static final PostgresServer POSTGRES =
            new PostgresServer(PostgresOptions.temporary(DIRECTORY, POSTGRES_PORT.port()));
    private static final KafkaNode KAFKA =
            new KafkaNode(KafkaNode.Options.temporary(DIRECTORY, KAFKA_PORT.port(), CONTROLLER_PORT.port()));

    static {
        // A slow machine is no fault; what never comes is.
        Awaitility.setDefaultTimeout(Promises.PATIENCE);
        KAFKA.launch();
        POSTGRES.start();
        KAFKA.awaitReady();
        Runtime.getRuntime().addShutdownHook(new Thread(TestServers::end));
    }

    private TestServers() {}

    public static PostgresServer postgres() {
        return POSTGRES;
    }

    public static KafkaNode kafka() {
        return KAFKA;
    }

    public static KafkaClients clients() {
        return new KafkaClients(KAFKA.bootstrapServers(), Map.of());
    }

    public static Topics topics() {
        return new Topics(Topics.ofTheContract(), 4, Optional.empty(), Duration.ofDays(1));
    }

    /** Looks at the topics, and makes those that are absent. */
    public static EventLog log() {
        return new EventLog(clients()::admin, topics());
    }

    /** A relay that is not started. */
    public static Relay relay(TestDatabase database, RelaySettings settings) {
        return new Relay(database.sessions(), clients()::producer, TestServers::log, settings, Clock.systemUTC());
    }

    /** Deletes the topics of the contract and makes them anew. */
    public static void renewTopics() {
        deleteTopics();
        try (Admin admin = clients().admin()) {
            topics().create(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Deletes the topics of the contract. */
    public static void deleteTopics() {
        try (Admin admin = clients().admin()) {
            admin.deleteTopics(topics().withDeadLetters()).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A directory for files of a test; it goes with the servers. */
    public static Path directory(String name) {
        try {
            return Files.createDirectories(DIRECTORY.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("finplan-outbox-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end() {
        KAFKA.kill();
        POSTGRES.close();
        try (var files = Files.walk(DIRECTORY)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
