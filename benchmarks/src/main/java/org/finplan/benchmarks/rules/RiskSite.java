package org.finplan.benchmarks.rules;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
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

/** PostgreSQL as the embedded stack runs it, and a packaged risk-service as the image runs it, on loopback. */
final class RiskSite implements AutoCloseable {

    private static final String NAME = "risk";
    private static final String PASSWORD = "sample";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(60);
    private static final int SERVED = 500;

    private final Path root;
    private final Path directory = Files.createTempDirectory("finplan-benchmark");
    private final HttpClient client = HttpClient.newHttpClient();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final SigningKey key;
    private final PostgresServer postgres;
    private final KafkaNode kafka;
    private int port;
    private boolean closed;

    RiskSite(Path root) throws IOException {
        this.root = root;
        try {
            key = SigningKey.readOrCreate(directory, "internal");
            kafka = keep(new KafkaNode(
                    KafkaNode.Options.temporary(Files.createDirectories(directory.resolve("broker")), port(), port())));
            kafka.launch();
            postgres = keep(new PostgresServer(PostgresOptions.lasting(directory, port(), PASSWORD)));
            postgres.start();
            kafka.awaitReady();
            postgres.createDatabase(NAME, PASSWORD, PASSWORD);
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** Starts the service, which migrates its database and loads its rules. */
    void startService() throws IOException, InterruptedException {
        port = port();
        List<String> command = new ArrayList<>(ProductionJvm.command(root));
        command.addAll(List.of(
                "-jar",
                root.resolve("risk-service/target/quarkus-app/quarkus-run.jar")
                        .toAbsolutePath()
                        .toString()));
        Map<String, String> environment = Map.ofEntries(
                Map.entry("FINPLAN_HTTP_PORT", Integer.toString(port)),
                Map.entry("FINPLAN_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()),
                Map.entry("FINPLAN_DATABASE_URL", postgres.jdbcUrl(NAME)),
                Map.entry("FINPLAN_DATABASE_USERNAME", "finplan_" + NAME + "_app"),
                Map.entry("FINPLAN_DATABASE_PASSWORD", PASSWORD),
                Map.entry("FINPLAN_DATABASE_OWNER_USERNAME", "finplan_" + NAME + "_owner"),
                Map.entry("FINPLAN_DATABASE_OWNER_PASSWORD", PASSWORD),
                Map.entry("FINPLAN_SHUTDOWN_DELAY", "0s"),
                Map.entry(
                        "FINPLAN_INTERNAL_TOKEN_PUBLIC_KEY",
                        directory.resolve("internal.pub.pem").toUri().toString()));
        Program service = keep(Program.start(NAME, command, environment, directory));
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!isReady()) {
            service.requireAlive();
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the service is not ready");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return exchange(HttpRequest.newBuilder(uri("/q/health/ready"))).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return served(HttpRequest.newBuilder(uri(path)));
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return served(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private HttpResponse<String> served(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = exchange(request.header("Authorization", "Bearer " + token()));
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(answer.statusCode() + " "
                    + answer.body().substring(0, Math.min(SERVED, answer.body().length())));
        }
        return answer;
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** An internal token as the gateway mints them. */
    private String token() {
        Instant now = Instant.now();
        Map<String, Object> claims = DemoUser.find("risk-officer").orElseThrow().claims();
        claims.put("client_id", "finplan-benchmark");
        claims.put("iss", "finplan-gateway");
        claims.put("aud", "finplan-services");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(TOKEN_LIFE).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return key.sign(claims);
    }

    Connection superuser() throws SQLException {
        return postgres.connect("finplan_" + NAME);
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
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            System.err.println("left behind in " + directory + ": " + failure);
        }
    }
}
