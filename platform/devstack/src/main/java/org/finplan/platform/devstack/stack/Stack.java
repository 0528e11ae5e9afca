package org.finplan.platform.devstack.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.finplan.platform.devstack.issuer.AccessTokens;
import org.finplan.platform.devstack.issuer.LocalIssuer;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.finplan.platform.devstack.kafka.KafkaNode;
import org.finplan.platform.devstack.postgres.PostgresOptions;
import org.finplan.platform.devstack.postgres.PostgresServer;
import org.finplan.platform.devstack.process.Component;

/** A running stack: starts its programs side by side, watches them, stops them in order. */
final class Stack implements AutoCloseable {

    private final DataDirectory directory;
    private final Progress progress;
    private final Ports ports;
    private final LocalIssuer issuer;
    private final PostgresServer postgres;
    private final KafkaNode kafka;
    private final Map<String, Component> components = new LinkedHashMap<>();
    private final Watch watch;
    private final LogRotation rotation;

    Stack(Path root, DataDirectory directory, int gatewayPort, LogLimits limits, Progress progress) {
        this.directory = directory;
        this.progress = progress;
        ports = Ports.reserve(gatewayPort, directory);
        SigningKey.readOrCreate(directory.secrets(), "internal");
        issuer = LocalIssuer.start(
                ports.of("issuer"), SigningKey.readOrCreate(directory.secrets(), AccessTokens.KEY_NAME));
        postgres = new PostgresServer(
                PostgresOptions.lasting(directory.path(), ports.of("postgres"), directory.password("postgres")));
        kafka = new KafkaNode(new KafkaNode.Options(
                directory.path().resolve("kafka"),
                directory.logs().resolve("kafka.log"),
                directory.run().resolve("kafka.pid"),
                ports.of("kafka"),
                ports.of("kafka-controller"),
                Jvm.java(),
                new Jvm(directory).kafka()));
        Services services = new Services(root, directory, ports);
        add(postgres);
        add(kafka);
        Services.SERVICES.forEach(name -> add(services.service(name)));
        add(services.gateway(issuer.url()));
        watch = new Watch(progress);
        rotation = LogRotation.start(directory.logs(), limits, progress);
    }

    private void add(Component component) {
        components.put(component.name(), component);
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @return the addresses
     * @throws StackException when something does not start; the message shows the end of its log
     */
    Endpoints start() {
        CompletableFuture<Void> data = run(postgres, server -> {
            server.launch();
            server.awaitReady();
            for (String service : Services.WITH_DATABASE) {
                postgres.createDatabase(
                        service,
                        directory.password("finplan_" + service + "_owner"),
                        directory.password("finplan_" + service + "_app"));
            }
        });
        List<CompletableFuture<Void>> starts = components.values().stream()
                .filter(component -> component != postgres)
                .map(component -> Services.WITH_DATABASE.contains(component.name())
                        ? data.thenCompose(ignored -> run(component, Stack::launchAndWait))
                        : run(component, Stack::launchAndWait))
                .toList();
        firstFailureOrAll(starts);
        components.values().forEach(watch::over);
        Endpoints endpoints = endpoints();
        endpoints.write(directory.path());
        return endpoints;
    }

    private static void launchAndWait(Component component) {
        component.launch();
        component.awaitReady();
    }

    private CompletableFuture<Void> run(Component component, java.util.function.Consumer<Component> start) {
        Instant begun = Instant.now();
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        start.accept(component);
                    } catch (RuntimeException e) {
                        throw new StackException(FailureReport.of(component, e), e);
                    }
                    progress.line(String.format(
                            java.util.Locale.ROOT,
                            "  %-11s ready after %4.1f s  %s",
                            component.name(),
                            Duration.between(begun, Instant.now()).toMillis() / 1000.0,
                            component.address()));
                },
                runnable -> new Thread(runnable, "start-" + component.name()).start());
    }

    private static void firstFailureOrAll(List<CompletableFuture<Void>> starts) {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        for (CompletableFuture<Void> start : starts) {
            var unused = start.whenComplete((done, problem) -> {
                if (problem != null) {
                    failure.completeExceptionally(problem);
                }
            });
        }
        try {
            CompletableFuture.anyOf(failure, CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)))
                    .get();
        } catch (InterruptedException e) {
            throw new StackException("stopped before it was ready", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() instanceof CompletionException wrapped ? wrapped.getCause() : e.getCause();
            throw cause instanceof StackException known ? known : new StackException(cause.toString(), cause);
        }
    }

    private Endpoints endpoints() {
        Function<String, String> address = name -> components.get(name).address();
        return new Endpoints(
                address.apply("gateway"),
                address.apply("indicators"),
                address.apply("tasks"),
                address.apply("risk"),
                address.apply("kafka"),
                address.apply("postgres"),
                issuer.url());
    }

    /** Stops everything: the doors first, then what keeps the data. */
    @Override
    public void close() {
        watch.close();
        directory.forgetReadiness();
        stopTogether(components.values().stream()
                .filter(component -> component != postgres && component != kafka)
                .toList());
        stopTogether(List.of(postgres, kafka));
        issuer.close();
        ports.close();
        rotation.close();
    }

    private static void stopTogether(List<Component> some) {
        CompletableFuture.allOf(some.stream()
                        .map(component -> CompletableFuture.runAsync(
                                component::stop, runnable -> new Thread(runnable, "stop-" + component.name()).start()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
