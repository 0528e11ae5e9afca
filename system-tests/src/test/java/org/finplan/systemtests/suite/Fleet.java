package org.finplan.systemtests.suite;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.finplan.platform.devstack.process.ChildProcess;
import org.finplan.platform.devstack.process.PortReservation;
import org.finplan.systemtests.repository.Repository;

/**
 * More programs beside those of a stack, on the same databases and topics: usually a second instance of every service and
 * two gateways that know both instances of each. All are the packaged programs, with the keys of production.
 */
public final class Fleet implements AutoCloseable {

    /** The services that a fleet has a second instance of. */
    public static final List<String> SERVICES = List.of("indicators", "tasks", "risk");

    private static final List<String> ALL = List.of("indicators", "tasks", "risk", "gateway-1", "gateway-2");

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Suite suite;
    private final List<String> options;
    private final Map<String, String> settings;
    private final Map<String, PortReservation> ports = new LinkedHashMap<>();
    private final Map<String, ChildProcess> programs = new LinkedHashMap<>();
    private final Properties passwords = new Properties();
    private String found = "";

    /**
     * A second instance of every service and two gateways.
     *
     * @param suite the stack that they stand beside
     */
    public Fleet(Suite suite) {
        this(suite, ALL, List.of("-Xmx256m"));
    }

    /**
     * Programs.
     *
     * @param suite the stack that they stand beside
     * @param names of {@code indicators}, {@code tasks}, {@code risk} and any that begins with {@code gateway}
     * @param options for the JVM of each
     */
    Fleet(Suite suite, List<String> names, List<String> options) {
        this(suite, names, options, Map.of());
    }

    /**
     * Programs with settings of their own.
     *
     * @param suite the stack that they stand beside
     * @param names as above
     * @param options for the JVM of each
     * @param settings variables that win over those of the stack
     */
    public Fleet(Suite suite, List<String> names, List<String> options, Map<String, String> settings) {
        this.suite = suite;
        this.options = options;
        this.settings = settings;
        try (InputStream in = Files.newInputStream(suite.data().resolve("secrets/passwords.properties"))) {
            passwords.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int seed = suite.data().hashCode() + 100;
        for (String name : names) {
            PortReservation port = PortReservation.any(seed);
            ports.put(name, port);
            seed = port.port() - PortReservation.FIRST + 1;
        }
    }

    /** {@return the gateways} */
    public List<URI> gateways() {
        return ports.keySet().stream()
                .filter(name -> name.startsWith("gateway"))
                .map(this::address)
                .toList();
    }

    /** {@return the process of a program} */
    public ProcessHandle process(String name) {
        return programs.get(name).program().orElseThrow();
    }

    /** Starts all of it, one after the other, and waits until the gateways see two instances of each service that has. */
    public void start() {
        ports.keySet().forEach(this::launch);
        ports.keySet().forEach(name -> await().atMost(PATIENCE).until(() -> Http.ready(address(name))));
        SERVICES.stream().filter(ports::containsKey).forEach(this::awaitBoth);
    }

    /** From its next start on the second instance of indicators-service finds a plan package in a directory. */
    void find(Path directory) {
        found = directory.toString();
    }

    /** {@return the versions of plan packages that are in force in each program, the stack's own ones among them} */
    Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        ports.keySet().forEach(name -> versions.put(name, Http.planVersions(address(name))));
        versions.put(
                "first indicators",
                Http.planVersions(URI.create(suite.endpoints().indicators())));
        versions.put(
                "first tasks", Http.planVersions(URI.create(suite.endpoints().tasks())));
        versions.put(
                "first risk", Http.planVersions(URI.create(suite.endpoints().risk())));
        return versions;
    }

    /** Exchanges the second instance of each service: SIGTERM, wait for their ends, start, wait until the gateways have them. */
    void restartSecond() {
        SERVICES.parallelStream().forEach(this::stop);
        SERVICES.forEach(this::launch);
        SERVICES.forEach(this::awaitBoth);
    }

    /** Exchanges the first instance of each service, the stack's own; its launcher starts it again. */
    void restartFirst() {
        List<ProcessHandle> programs = SERVICES.stream().map(this::first).toList();
        programs.forEach(ProcessHandle::destroy);
        await().atMost(PATIENCE).until(() -> programs.stream().noneMatch(ProcessHandle::isAlive));
        SERVICES.forEach(this::awaitBoth);
    }

    private ProcessHandle first(String service) {
        Path pidFile = suite.data().resolve("run").resolve(service + ".pid");
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Exchanges a gateway. */
    void restartGateway(String name) {
        stop(name);
        launch(name);
        await().atMost(PATIENCE).until(() -> Http.ready(address(name)));
    }

    private void awaitBoth(String service) {
        for (URI gateway : gateways()) {
            await().atMost(PATIENCE)
                    .until(() -> Http.json(gateway.resolve("/health"))
                                    .path("instances")
                                    .path(service)
                                    .path("up")
                                    .asInt()
                            == 2);
        }
    }

    private void stop(String name) {
        programs.get(name).stop(Duration.ofSeconds(30));
    }

    private void launch(String name) {
        String module = name.startsWith("gateway") ? "gateway" : name + "-service";
        Path directory = suite.data().resolve("run");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
        command.add(Repository.ROOT
                .resolve(module)
                .resolve("target/quarkus-app/quarkus-run.jar")
                .toString());
        programs.put(
                name,
                ChildProcess.start(new ChildProcess.Plan(
                        name,
                        command,
                        environment(name, module),
                        directory,
                        directory.resolve(name + "-second.pid"),
                        suite.data().resolve("logs").resolve(name + "-second.log"),
                        ChildProcess.StopSignal.TERM)));
    }

    private Map<String, String> environment(String name, String module) {
        String database = "finplan_" + module.replace("-service", "");
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("FINPLAN_HTTP_PORT", Integer.toString(ports.get(name).port()));
        environment.put("FINPLAN_KAFKA_BOOTSTRAP_SERVERS", suite.endpoints().kafka());
        environment.put(
                "FINPLAN_DATABASE_URL", "jdbc:postgresql://" + suite.endpoints().postgres() + "/" + database);
        for (String role : List.of("app", "owner")) {
            String prefix = role.equals("app") ? "FINPLAN_DATABASE" : "FINPLAN_DATABASE_OWNER";
            environment.put(prefix + "_USERNAME", database + "_" + role);
            environment.put(prefix + "_PASSWORD", passwords.getProperty(database + "_" + role));
        }
        Path secrets = suite.data().resolve("secrets");
        environment.put(
                "FINPLAN_INTERNAL_TOKEN_PUBLIC_KEY",
                secrets.resolve("internal.pub.pem").toUri().toString());
        environment.put(
                "FINPLAN_INTERNAL_TOKEN_SIGNING_KEY",
                secrets.resolve("internal.pem").toString());
        environment.put("FINPLAN_GATEWAY_ISSUERS_0__URL", suite.endpoints().issuer());
        environment.put("FINPLAN_GATEWAY_ISSUERS_0__AUDIENCE", "finplan");
        Map<String, String> first = Map.of(
                "indicators", suite.endpoints().indicators(),
                "tasks", suite.endpoints().tasks(),
                "risk", suite.endpoints().risk());
        first.forEach((service, url) -> environment.put(
                "FINPLAN_GATEWAY_SERVICES_" + service.toUpperCase(java.util.Locale.ROOT) + "_URLS",
                ports.containsKey(service) ? url + "," + address(service) : url));
        environment.put("FINPLAN_STORAGE_DIRECTORIES", suite.data().toString());
        if (name.equals("indicators")) {
            environment.put("FINPLAN_PLAN_DIRECTORIES", found);
        }
        environment.putAll(settings);
        return environment;
    }

    private URI address(String name) {
        return URI.create("http://127.0.0.1:" + ports.get(name).port());
    }

    @Override
    public void close() {
        programs.values().forEach(program -> program.stop(Duration.ofSeconds(30)));
        ports.values().forEach(PortReservation::close);
    }
}
