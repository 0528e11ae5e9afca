package org.finplan.platform.devstack.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.devstack.process.ChildProcess;

/** How the services and the gateway are started: the packaged program and the configuration keys of production. */
final class Services {

    static final List<String> SERVICES = List.of("indicators", "tasks", "risk");
    static final List<String> WITH_DATABASE = List.of("indicators", "tasks", "risk", "gateway");

    private final Path root;
    private final DataDirectory directory;
    private final Ports ports;

    Services(Path root, DataDirectory directory, Ports ports) {
        this.root = root;
        this.directory = directory;
        this.ports = ports;
    }

    HttpComponent service(String name) {
        Map<String, String> environment = common(name);
        environment.put(
                "FINPLAN_INTERNAL_TOKEN_PUBLIC_KEY",
                directory.secrets().resolve("internal.pub.pem").toUri().toString());
        if (name.equals("indicators")) {
            // People look on: what is overdue is told at once, unless somebody says otherwise; production takes its
            // time.
            String interval = System.getenv("FINPLAN_OVERDUE_POLL_INTERVAL");
            environment.put("FINPLAN_OVERDUE_POLL_INTERVAL", interval == null ? "1s" : interval);
        }
        return component(name, name + "-service", environment);
    }

    HttpComponent gateway(String issuer) {
        Map<String, String> environment = common("gateway");
        for (String service : SERVICES) {
            environment.put(
                    "FINPLAN_GATEWAY_SERVICES_" + service.toUpperCase(java.util.Locale.ROOT) + "_URLS",
                    "http://127.0.0.1:" + ports.of(service));
        }
        environment.put("FINPLAN_GATEWAY_ISSUERS_0__URL", issuer);
        environment.put("FINPLAN_GATEWAY_ISSUERS_0__AUDIENCE", "finplan");
        environment.put(
                "FINPLAN_INTERNAL_TOKEN_SIGNING_KEY",
                directory.secrets().resolve("internal.pem").toString());
        return component("gateway", "gateway", environment);
    }

    private Map<String, String> common(String name) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("FINPLAN_HTTP_HOST", "127.0.0.1");
        environment.put("FINPLAN_HTTP_PORT", Integer.toString(ports.of(name)));
        environment.put("FINPLAN_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of("kafka"));
        String database = "finplan_" + name;
        environment.put("FINPLAN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + ports.of("postgres") + "/" + database);
        environment.put("FINPLAN_DATABASE_USERNAME", database + "_app");
        environment.put("FINPLAN_DATABASE_PASSWORD", directory.password(database + "_app"));
        environment.put("FINPLAN_DATABASE_OWNER_USERNAME", database + "_owner");
        environment.put("FINPLAN_DATABASE_OWNER_PASSWORD", directory.password(database + "_owner"));
        environment.put("FINPLAN_STORAGE_DIRECTORIES", directory.path().toString());
        // There is no other instance that requests could go to meanwhile, unless somebody started one and says so.
        String delay = System.getenv("FINPLAN_SHUTDOWN_DELAY");
        environment.put("FINPLAN_SHUTDOWN_DELAY", delay == null ? "0s" : delay);
        // People read these logs, unless somebody says otherwise; production writes JSON.
        String json = System.getenv("QUARKUS_LOG_CONSOLE_JSON_ENABLED");
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", json == null ? "false" : json);
        environment.put("NO_COLOR", "1");
        return environment;
    }

    private HttpComponent component(String name, String module, Map<String, String> environment) {
        Path program = root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(program)) {
            throw new StackException(program + " is missing: build first (mvn -DskipTests package)");
        }
        List<String> command = new ArrayList<>();
        command.add(Jvm.java().toString());
        command.addAll(new Jvm(directory).service());
        command.addAll(List.of("-jar", program.toString()));
        return new HttpComponent(
                new ChildProcess.Plan(
                        name,
                        command,
                        environment,
                        directory.run(),
                        directory.run().resolve(name + ".pid"),
                        directory.logs().resolve(name + ".log"),
                        ChildProcess.StopSignal.TERM),
                ports.of(name));
    }
}
