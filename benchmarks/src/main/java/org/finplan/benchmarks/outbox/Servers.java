package org.finplan.benchmarks.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.finplan.platform.devstack.kafka.KafkaNode;
import org.finplan.platform.devstack.postgres.PostgresOptions;
import org.finplan.platform.devstack.postgres.PostgresServer;
import org.finplan.platform.devstack.process.PortReservation;
import org.finplan.platform.outbox.kafka.EventLog;
import org.finplan.platform.outbox.kafka.KafkaClients;
import org.finplan.platform.outbox.kafka.Topics;

/** PostgreSQL, whose commits are on the disk before they are answered, and Kafka, both as the embedded stack runs them. */
final class Servers implements AutoCloseable {

    private static final String DATABASE = "benchmark";
    private static final String PASSWORD = "sample";

    private final Path directory;
    private final List<PortReservation> ports;
    private final PostgresServer postgres;
    private final KafkaNode kafka;

    Servers() throws IOException, SQLException, InterruptedException {
        directory = Files.createTempDirectory("finplan-benchmark");
        PortReservation first = PortReservation.any(directory.hashCode());
        PortReservation second = PortReservation.any(first.port());
        ports = List.of(first, second, PortReservation.any(second.port()));
        postgres = new PostgresServer(PostgresOptions.lasting(directory, first.port(), PASSWORD));
        kafka = new KafkaNode(KafkaNode.Options.temporary(
                directory, second.port(), ports.get(2).port()));
        kafka.launch();
        postgres.start();
        kafka.awaitReady();
        createTables();
        try (var admin = clients().admin()) {
            Topics.defaults().create(admin);
        }
    }

    private void createTables() throws SQLException, IOException {
        postgres.createDatabase(DATABASE, PASSWORD, PASSWORD);
        try (Connection superuser = postgres.connect("finplan_" + DATABASE);
                Statement statement = superuser.createStatement()) {
            for (String tables : List.of("/db/outbox.sql", "/db/outbox_lease.sql")) {
                statement.execute(ddl(tables).replace("${appRole}", "finplan_" + DATABASE + "_app"));
            }
        }
    }

    private static String ddl(String tables) throws IOException {
        try (InputStream ddl = Servers.class.getResourceAsStream(tables)) {
            return new String(ddl.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    EventLog log() {
        return new EventLog(clients()::admin, Topics.defaults());
    }

    KafkaClients clients() {
        return new KafkaClients(kafka.bootstrapServers(), Map.of());
    }

    Database database() throws SQLException {
        return new Database(postgres.jdbcUrl(DATABASE), "finplan_" + DATABASE + "_app", PASSWORD);
    }

    @Override
    public void close() throws IOException {
        kafka.stop();
        postgres.close();
        ports.forEach(PortReservation::close);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
