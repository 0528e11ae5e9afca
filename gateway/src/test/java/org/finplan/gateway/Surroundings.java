package org.finplan.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.finplan.platform.devstack.kafka.KafkaNode;
import org.finplan.platform.devstack.postgres.PostgresOptions;
import org.finplan.platform.devstack.postgres.PostgresServer;
import org.finplan.platform.devstack.process.PortReservation;

/** What stands around the gateway in its tests: an issuer, three services on loopback, PostgreSQL and a Kafka node, all real. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    /** Address from which the gateway believes forwarded headers. */
    static final String TRUSTED_PROXY = "127.0.0.2";

    private static final String PASSWORD = "sample-password";

    private Vertx vertx;
    private TestIssuer issuer;
    private TestIssuer otherIssuer;
    private StandInService indicators;
    private StandInService tasks;
    private StandInService risk;
    private StandInService secondTasks;
    private boolean failing;
    private SigningKey internalKey;
    private KafkaNode kafka;
    private PostgresServer postgres;
    private TestLog log;
    private Path scarce;
    private Path data;

    /** With {@code failing}, services have two instances where it matters, and the gateway little patience with them. */
    @Override
    public void init(Map<String, String> arguments) {
        failing = arguments.containsKey("failing");
    }

    @Override
    public Map<String, String> start() {
        try {
            return startAll(Files.createTempDirectory("finplan-gateway"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> startAll(Path directory) {
        try (PortReservation client = PortReservation.any(directory.hashCode());
                PortReservation controller = PortReservation.any(directory.hashCode() + 1);
                PortReservation database = PortReservation.any(directory.hashCode() + 2)) {
            kafka = new KafkaNode(KafkaNode.Options.temporary(directory, client.port(), controller.port()));
            postgres = new PostgresServer(PostgresOptions.temporary(directory, database.port()));
        }
        kafka.launch();
        postgres.start();
        postgres.createDatabase("gateway", PASSWORD, PASSWORD);
        vertx = Vertx.vertx();
        issuer = new TestIssuer(vertx);
        otherIssuer = new TestIssuer(vertx);
        indicators = new StandInService(vertx);
        tasks = new StandInService(vertx);
        risk = new StandInService(vertx);
        internalKey = SigningKey.readOrCreate(directory, "internal");
        kafka.awaitReady();
        log = new TestLog(kafka.bootstrapServers());
        log.createTopics();
        data = directory.resolve("kafka");
        Map<String, String> config = new HashMap<>();
        config.put("finplan.database.url", postgres.jdbcUrl("gateway"));
        config.put("finplan.database.username", "finplan_gateway_app");
        config.put("finplan.database.password", PASSWORD);
        config.put("finplan.database.owner.username", "finplan_gateway_owner");
        config.put("finplan.database.owner.password", PASSWORD);
        config.put("finplan.gateway.services.indicators.urls", indicators.url());
        config.put("finplan.gateway.services.tasks.urls", tasks.url());
        config.put("finplan.gateway.services.risk.urls", risk.url());
        config.put("finplan.gateway.issuers[0].url", issuer.url());
        config.put("finplan.gateway.issuers[0].audience", "finplan");
        config.put("finplan.gateway.issuers[1].url", otherIssuer.url());
        config.put("finplan.gateway.issuers[1].audience", "finplan");
        config.put("finplan.gateway.tokens.keys-cooldown", "1ms");
        config.put("finplan.gateway.limits.head-time", "3s");
        config.put("finplan.gateway.limits.body-time", "2s");
        config.put("finplan.gateway.limits.linger", "10s");
        // A caller that comes from this address of the loopback is a proxy of ours; all others come from 127.0.0.1.
        config.put("finplan.gateway.edge.trusted-proxies", TRUSTED_PROXY + "/32");
        config.put("finplan.gateway.cors.public.origins", "*");
        config.put("finplan.gateway.cors.api.origins", "https://tools.example,http://localhost:3000");
        config.put("quarkus.shutdown.timeout", "1s");
        config.put("finplan.gateway.routes.slow.service", "tasks");
        config.put("finplan.gateway.routes.slow.paths", "/api/v1/slow");
        config.put("finplan.gateway.routes.slow.timeout", "400ms");
        config.put("finplan.gateway.routes.slow.stream-timeout", "2s");
        config.put("finplan.gateway.routes.uploads.service", "tasks");
        config.put("finplan.gateway.routes.uploads.paths", "/api/v1/uploads");
        config.put("finplan.gateway.routes.uploads.body-limit", "1G");
        config.put("finplan.gateway.routes.held.service", "tasks");
        config.put("finplan.gateway.routes.held.paths", "/api/v1/held");
        config.put("finplan.gateway.routes.held.timeout", "5s");
        config.put("finplan.gateway.routes.held.body-limit", "1G");
        config.put(
                "finplan.internal-token.signing-key",
                directory.resolve("internal.pem").toString());
        // More than any disk has must be free where this directory is; it is not there, so that nothing is short at
        // first.
        scarce = directory.resolve("scarce");
        config.put("finplan.storage.directories", scarce.toString());
        config.put("finplan.storage.least-free", "1000000T");
        config.put("finplan.gateway.feed.new-log-patience", "10s");
        config.put("finplan.kafka.bootstrap-servers", kafka.bootstrapServers());
        if (failing) {
            config.putAll(failures());
        }
        return config;
    }

    private Map<String, String> failures() {
        secondTasks = new StandInService(vertx);
        Map<String, String> config = new HashMap<>();
        config.put("finplan.gateway.services.tasks.urls", tasks.url() + "," + secondTasks.url());
        config.put("finplan.gateway.services.tasks.health.interval", "100ms");
        config.put("finplan.gateway.services.tasks.health.fall", "1");
        config.put("finplan.gateway.services.risk.connections", "2");
        config.put("finplan.gateway.services.risk.waiting", "1");
        config.put("finplan.gateway.services.indicators.breaker.failures", "2");
        config.put("finplan.gateway.services.indicators.breaker.pause", "1s");
        // Health keeps out of the way, so that the trial of a reader is what closes the circuit.
        config.put("finplan.gateway.services.indicators.health.interval", "1h");
        config.put("finplan.gateway.routes.silent.service", "indicators");
        config.put("finplan.gateway.routes.silent.paths", "/api/v1/silent");
        config.put("finplan.gateway.routes.silent.timeout", "300ms");
        return config;
    }

    /** Gives a test these surroundings and a client of the gateway, which Quarkus has started on a port of its choice. */
    @Override
    public void inject(TestInjector injector) {
        URI gateway = ConfigProvider.getConfig().getValue("test.url", URI.class);
        injector.injectIntoFields(new Client(gateway), new TestInjector.MatchesType(Client.class));
        injector.injectIntoFields(this, new TestInjector.MatchesType(Surroundings.class));
    }

    @Override
    public void stop() {
        if (log != null) {
            log.close();
        }
        if (kafka != null) {
            kafka.stop();
        }
        if (postgres != null) {
            postgres.close();
        }
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** {@return token of a caller named like its only role, of no region} */
    String token(String role) {
        return issuer.token(role, List.of(role), List.of());
    }

    TestIssuer otherIssuer() {
        return otherIssuer;
    }

    TestIssuer issuer() {
        return issuer;
    }

    StandInService indicators() {
        return indicators;
    }

    StandInService tasks() {
        return tasks;
    }

    StandInService secondTasks() {
        return secondTasks;
    }

    StandInService risk() {
        return risk;
    }

    SigningKey internalKey() {
        return internalKey;
    }

    PostgresServer postgres() {
        return postgres;
    }

    TestLog log() {
        return log;
    }

    KafkaNode kafka() {
        return kafka;
    }

    /** Starts a broker that stands still with an empty disk: it comes back without its topics. */
    void startKafkaWithoutItsLog() {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kafka.start();
        log.close();
        log = new TestLog(kafka.bootstrapServers());
    }

    /** Lets the disk be nearly full from now on, or no longer. */
    void diskIsNearlyFull(boolean full) {
        try {
            if (full) {
                Files.createDirectory(scarce);
            } else {
                Files.deleteIfExists(scarce);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
