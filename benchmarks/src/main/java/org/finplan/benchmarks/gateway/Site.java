package org.finplan.benchmarks.gateway;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.finplan.platform.devstack.issuer.AccessTokens;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.issuer.LocalIssuer;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.finplan.platform.devstack.kafka.KafkaNode;
import org.finplan.platform.devstack.postgres.PostgresOptions;
import org.finplan.platform.devstack.postgres.PostgresServer;
import org.finplan.platform.devstack.process.PortReservation;

/** Everything that a measurement needs: the backend and what the gateways ask. All on loopback, gone at the end. */
final class Site implements AutoCloseable {

    static final String SMALL = "/api/v1/indicators";
    static final String DOWNLOAD = "/api/v1/indicators/large";
    static final String UPLOAD = "/api/v1/tasks";
    static final long LARGE_BYTES = 100L << 20;

    private static final String OWNER_PASSWORD = "owner-sample";
    private static final String APP_PASSWORD = "app-sample";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Options options;
    private final Path directory;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final int backend;
    private final int sink;
    private final String issuer;
    private final String token;
    private final PostgresServer postgres;
    private final KafkaNode kafka;
    private boolean closed;

    /** Starts all but the proxies. What was started is stopped again when something does not start. */
    Site(Options options) throws IOException {
        this.options = options;
        this.directory = Files.createTempDirectory("finplan-benchmark");
        try {
            SigningKey.readOrCreate(directory, "internal");
            SigningKey key = SigningKey.readOrCreate(directory, AccessTokens.KEY_NAME);
            LocalIssuer local = keep(LocalIssuer.start(port(), key));
            issuer = local.url();
            token = new AccessTokens(issuer, key, Clock.systemUTC())
                    .sign(DemoUser.find("city-officer").orElseThrow());
            kafka = keep(new KafkaNode(KafkaNode.Options.temporary(directory, port(), port())));
            kafka.launch();
            postgres = keep(new PostgresServer(PostgresOptions.temporary(directory, port())));
            postgres.start();
            kafka.awaitReady();
            backend = port();
            sink = port();
            List<String> nginx = Nginx.backend(directory, backend, largeFile());
            awaitListening(start("backend", nginx, Map.of(), options.otherProcessors()), backend);
            awaitListening(start("sink", java(Sink.class, sink), Map.of(), options.otherProcessors()), sink);
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    int backend() {
        return backend;
    }

    String token() {
        return token;
    }

    /**
     * Starts the proxies. Ours runs twice: without its database, which callers with tokens do not need, so that it does what
     * its peers do; and with it, so that it also records every call there.
     *
     * @param springClassPath class path of Spring Cloud Gateway
     * @return the proxies
     */
    List<Peer> startPeers(String springClassPath) throws IOException {
        List<Peer> peers = new ArrayList<>();
        int port = port();
        List<String> nginx = Nginx.proxy(directory, port, backend, sink, options.proxyProcessors());
        peers.add(peer("nginx", port, nginx, Map.of()));
        port = port();
        peers.add(peer("vertx-http-proxy", port, java(BareProxy.class, port, backend, sink), Map.of()));
        port = port();
        peers.add(peer("spring-cloud-gateway", port, spring(springClassPath), springSettings(port)));
        port = port();
        peers.add(peer("finplan", port, gateway(), gatewaySettings(port, port())));
        port = port();
        postgres.createDatabase("gateway", OWNER_PASSWORD, APP_PASSWORD);
        peers.add(peer("finplan-recording", port, gateway(), gatewaySettings(port, postgres.port())));
        return peers;
    }

    private Peer peer(String name, int port, List<String> command, Map<String, String> environment) {
        return new Peer(name, port, start(name, command, environment, options.proxyProcessor()));
    }

    private List<String> java(Class<?> main, int... ports) throws IOException {
        List<String> command = ProductionJvm.command(options.root());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (int port : ports) {
            command.add(Integer.toString(port));
        }
        return command;
    }

    private List<String> spring(String classPath) throws IOException {
        List<String> command = ProductionJvm.command(options.root());
        command.add("-Dreactor.netty.http.server.accessLogEnabled=true");
        command.addAll(List.of("-cp", classPath, "org.finplan.benchmarks.spring.SpringGateway"));
        return command;
    }

    private Map<String, String> springSettings(int port) {
        return Map.of(
                "PORT",
                Integer.toString(port),
                "ISSUER",
                issuer,
                "INDICATORS",
                "http://127.0.0.1:" + backend,
                "TASKS",
                "http://127.0.0.1:" + sink);
    }

    private List<String> gateway() throws IOException {
        Path program = options.root().resolve("gateway/target/quarkus-app/quarkus-run.jar");
        List<String> command = ProductionJvm.command(options.root());
        command.addAll(List.of("-jar", program.toString()));
        return command;
    }

    /** With the rates so high that nobody is refused: the check is measured, not the refusal. */
    private Map<String, String> gatewaySettings(int port, int database) {
        return Map.ofEntries(
                Map.entry("FINPLAN_HTTP_PORT", Integer.toString(port)),
                Map.entry("FINPLAN_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()),
                Map.entry("FINPLAN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + database + "/finplan_gateway"),
                Map.entry("FINPLAN_DATABASE_USERNAME", "finplan_gateway_app"),
                Map.entry("FINPLAN_DATABASE_PASSWORD", APP_PASSWORD),
                Map.entry("FINPLAN_DATABASE_OWNER_USERNAME", "finplan_gateway_owner"),
                Map.entry("FINPLAN_DATABASE_OWNER_PASSWORD", OWNER_PASSWORD),
                Map.entry("FINPLAN_GATEWAY_SERVICES_INDICATORS_URLS", "http://127.0.0.1:" + backend),
                Map.entry("FINPLAN_GATEWAY_SERVICES_TASKS_URLS", "http://127.0.0.1:" + sink),
                Map.entry("FINPLAN_GATEWAY_SERVICES_RISK_URLS", "http://127.0.0.1:" + backend),
                Map.entry("FINPLAN_GATEWAY_ROUTES_TASKS_BODY_LIMIT", "200M"),
                Map.entry("FINPLAN_GATEWAY_RATES_PER_SECOND", "1000000"),
                Map.entry("FINPLAN_GATEWAY_RATES_BURST", "1000000"),
                Map.entry("FINPLAN_GATEWAY_ISSUERS_0__URL", issuer),
                Map.entry("FINPLAN_GATEWAY_ISSUERS_0__AUDIENCE", "finplan"),
                Map.entry(
                        "FINPLAN_INTERNAL_TOKEN_SIGNING_KEY",
                        directory.resolve("internal.pem").toString()));
    }

    private Program start(String name, List<String> command, Map<String, String> environment, List<String> prefix) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return keep(Program.start(name, whole, environment, directory));
    }

    private Path largeFile() throws IOException {
        Path file = directory.resolve("large");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(LARGE_BYTES);
        }
        // Started by root, nginx reads it as another user. The keys beside it stay readable by their owner alone.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        return file;
    }

    private int port() {
        return keep(PortReservation.any(directory.hashCode() + running.size())).port();
    }

    private <T extends AutoCloseable> T keep(T started) {
        running.push(started);
        return started;
    }

    private static void awaitListening(Program program, int port) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            program.requireAlive();
            try {
                new Connection(port).close();
                return;
            } catch (IOException notYet) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException(program.name() + " does not listen on " + port, notYet);
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
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
