package org.finplan.benchmarks.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.platform.devstack.issuer.AccessTokens;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.process.PortReservation;
import org.finplan.platform.devstack.stack.Endpoints;

/** A stack in a directory of its own, with the compilers of a server and the sample plan that runs in 2026. */
final class OwnStack implements AutoCloseable {

    private static final String OPTIONS = "-XX:TieredStopAtLevel=4 -Xmx512m";
    private static final String DATABASE = "finplan_tasks";

    private final Path root;
    private final Path directory;
    private final Endpoints endpoints;
    private final AccessTokens tokens;
    private final Properties passwords = new Properties();

    /**
     * Builds what is stale and starts it.
     *
     * @param root root of the checkout
     * @throws IOException when it does not start
     * @throws InterruptedException when the benchmark is told to end
     */
    OwnStack(Path root) throws IOException, InterruptedException {
        this.root = root;
        this.directory = Files.createTempDirectory("finplan-benchmark");
        try {
            int free;
            try (PortReservation port = PortReservation.any(directory.hashCode())) {
                free = port.port();
            }
            finplan("up", "--detach", "--port", Integer.toString(free));
            endpoints = Endpoints.read(directory);
            tokens = AccessTokens.of(directory, endpoints.issuer());
            try (var file = Files.newInputStream(directory.resolve("secrets/passwords.properties"))) {
                passwords.load(file);
            }
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private void finplan(String... words) throws IOException, InterruptedException {
        Stream<String> command = Stream.concat(Stream.of(root.resolve("finplan").toString()), Stream.of(words));
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(command, Stream.of("--data-dir", directory.toString()))
                                .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory
                        .resolveSibling(directory.getFileName() + ".log")
                        .toFile()));
        builder.environment().put("FINPLAN_JAVA_OPTIONS", OPTIONS);
        builder.environment()
                .put(
                        "FINPLAN_PLAN_DIRECTORIES",
                        root.resolve("docs/zq-fin-15fyp-sample").toString());
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException(
                    "./finplan " + List.of(words) + " ended with " + code + "; see " + directory + ".log");
        }
    }

    /** {@return the port of the gateway} */
    int gatewayPort() {
        return URI.create(endpoints.gateway()).getPort();
    }

    /** {@return a token of a user} */
    String token(String user) {
        return tokens.sign(DemoUser.find(user).orElseThrow());
    }

    /** Sends what must be accepted. */
    JsonNode post(String user, String path, JsonNode body) {
        Answer answer = new GatewayClient(URI.create(endpoints.gateway()), this::token).post(user, path, body);
        if (!answer.successful()) {
            throw new IllegalStateException("Refused: " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    /** {@return a connection that may load rows} */
    Connection superuser() throws SQLException {
        return connect("postgres", passwords.getProperty("postgres"));
    }

    /** {@return a connection with the rights of the service, that reads every region as a city officer's does} */
    Connection asService() throws SQLException {
        Connection connection = connect(DATABASE + "_app", passwords.getProperty(DATABASE + "_app"));
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT set_config('finplan.read_regions', '*', false)");
        }
        return connection;
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + endpoints.postgres() + "/" + DATABASE, user, password);
    }

    @Override
    public void close() throws IOException {
        try {
            finplan("down");
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
