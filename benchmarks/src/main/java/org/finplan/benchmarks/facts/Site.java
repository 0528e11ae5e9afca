package org.finplan.benchmarks.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.finplan.benchmarks.gateway.ProductionJvm;
import org.finplan.benchmarks.gateway.Program;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.finplan.platform.devstack.kafka.KafkaNode;
import org.finplan.platform.devstack.postgres.PostgresOptions;
import org.finplan.platform.devstack.postgres.PostgresServer;
import org.finplan.platform.devstack.process.PortReservation;

/**
 * PostgreSQL as the embedded stack runs it, with one small and one large database, each with a packaged indicators-service
 * as the image runs it. All on loopback.
 */
final class Site implements AutoCloseable {

    private static final String PASSWORD = "sample";
    private static final String LOADED = "loaded";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** As long as the gateway's. */
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(60);

    private final Options options;
    private final Path directory;
    private final Path plan;
    private final SigningKey key;
    private final PostgresServer postgres;
    private final KafkaNode kafka;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean closed;

    Site(Options options) throws IOException {
        this.options = options;
        this.directory = options.data() == null
                ? Files.createTempDirectory("finplan-benchmark")
                : Files.createDirectories(options.data());
        try {
            if (!isLoaded()) {
                // What a run left that was stopped while it loaded.
                delete(directory);
                Files.createDirectories(directory);
            }
            key = SigningKey.readOrCreate(directory, "internal");
            plan = Sample.write(directory, options.places());
            kafka = keep(new KafkaNode(
                    KafkaNode.Options.temporary(Files.createDirectories(directory.resolve("broker")), port(), port())));
            delete(directory.resolve("broker/kafka"));
            kafka.launch();
            postgres = keep(new PostgresServer(PostgresOptions.lasting(directory, port(), PASSWORD)));
            postgres.start();
            kafka.awaitReady();
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /**
     * Starts a service with a database of its own.
     *
     * @param name of both
     * @return the port of the service
     */
    int startService(String name) throws IOException {
        postgres.createDatabase(name, PASSWORD, PASSWORD);
        int port = port();
        Path program = options.root().resolve("indicators-service/target/quarkus-app/quarkus-run.jar");
        List<String> command = new ArrayList<>(ProductionJvm.command(options.root()));
        command.addAll(List.of("-jar", program.toAbsolutePath().toString()));
        Map<String, String> environment = Map.ofEntries(
                Map.entry("FINPLAN_HTTP_PORT", Integer.toString(port)),
                Map.entry("FINPLAN_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()),
                Map.entry("FINPLAN_DATABASE_URL", postgres.jdbcUrl(name)),
                Map.entry("FINPLAN_DATABASE_USERNAME", "finplan_" + name + "_app"),
                Map.entry("FINPLAN_DATABASE_PASSWORD", PASSWORD),
                Map.entry("FINPLAN_DATABASE_OWNER_USERNAME", "finplan_" + name + "_owner"),
                Map.entry("FINPLAN_DATABASE_OWNER_PASSWORD", PASSWORD),
                Map.entry("FINPLAN_PLAN_DIRECTORIES", plan.toString()),
                Map.entry("FINPLAN_SHUTDOWN_DELAY", "0s"),
                Map.entry(
                        "FINPLAN_INTERNAL_TOKEN_PUBLIC_KEY",
                        directory.resolve("internal.pub.pem").toUri().toString()));
        Program service = keep(Program.start(name, command, environment, directory));
        awaitReady(service, port);
        return port;
    }

    private static void awaitReady(Program service, int port) {
        Instant deadline = Instant.now().plus(PATIENCE);
        byte[] request = org.finplan.benchmarks.gateway.Connection.head("GET", "/q/health/ready", "", 0);
        while (true) {
            service.requireAlive();
            try (var connection = new org.finplan.benchmarks.gateway.Connection(port)) {
                connection.exchange(request);
                return;
            } catch (IOException notYet) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException("the service is not ready", notYet);
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /** {@return whether a run before has loaded the databases here} */
    boolean isLoaded() {
        return Files.exists(directory.resolve(LOADED));
    }

    void rememberLoaded() throws IOException {
        Files.writeString(directory.resolve(LOADED), "");
    }

    /** Makes way for a database that begins anew with each run. */
    void dropDatabase(String name) throws SQLException {
        try (Connection superuser = postgres.connect("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS finplan_" + name + " WITH (FORCE)");
        }
    }

    Connection superuser(String name) throws SQLException {
        return postgres.connect("finplan_" + name);
    }

    /** {@return a connection as the service has it, batches included, allowed to read and to write every region} */
    Connection asService(String name) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "finplan_" + name + "_app");
        properties.setProperty("password", PASSWORD);
        properties.setProperty("reWriteBatchedInserts", "true");
        Connection connection = DriverManager.getConnection(postgres.jdbcUrl(name), properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('finplan.read_regions', '*', false),"
                    + " set_config('finplan.write_regions', '*', false)");
        }
        return connection;
    }

    Path postgresLog() {
        return directory.resolve("logs/postgres.log");
    }

    /** {@return an internal token as the gateway mints them; it sends the same one for half a minute} */
    String token(DemoUser user) {
        Instant now = Instant.now();
        Map<String, Object> claims = user.claims();
        claims.put("client_id", "finplan-benchmark");
        claims.put("iss", "finplan-gateway");
        claims.put("aud", "finplan-services");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(TOKEN_LIFE).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return key.sign(claims);
    }

    private int port() {
        return keep(PortReservation.any(directory.hashCode() + running.size())).port();
    }

    private <T extends AutoCloseable> T keep(T started) {
        running.push(started);
        return started;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception failure) {
                System.err.println("left behind: " + failure);
            }
        }
        if (options.data() == null) {
            try {
                delete(directory);
            } catch (IOException failure) {
                System.err.println("left behind in " + directory + ": " + failure);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
