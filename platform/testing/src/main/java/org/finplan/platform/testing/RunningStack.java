package org.finplan.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.finplan.platform.devstack.kafka.KafkaNode;
import org.finplan.platform.devstack.postgres.PostgresOptions;
import org.finplan.platform.devstack.postgres.PostgresServer;
import org.finplan.platform.devstack.process.PortReservation;
import org.finplan.platform.events.EventCatalog;
import org.finplan.platform.events.EventType;

/** PostgreSQL, Kafka and the key of internal tokens, started once per JVM. */
final class RunningStack {

    static final String PASSWORD = "sample-password";

    private static RunningStack instance;

    private final Path directory;
    private final PostgresServer postgres;
    private final KafkaNode kafka;
    private final SigningKey internalKey;

    private RunningStack() {
        try {
            directory = Files.createTempDirectory("finplan-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int seed = directory.hashCode();
        List<PortReservation> ports = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ports.add(PortReservation.any(seed + i));
        }
        internalKey = SigningKey.readOrCreate(directory, "internal");
        kafka = new KafkaNode(KafkaNode.Options.temporary(
                directory, ports.get(1).port(), ports.get(2).port()));
        postgres = new PostgresServer(
                PostgresOptions.temporary(directory, ports.get(0).port()));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "finplan-stack"));
        kafka.launch();
        postgres.start();
        kafka.awaitReady();
    }

    static synchronized RunningStack get() {
        if (instance == null) {
            instance = new RunningStack();
            // Each service makes its own topics only; a test has one service, and listens to those of others.
            EventCatalog.types().stream().map(EventType::topic).distinct().forEach(TestEvents::createTopic);
        }
        return instance;
    }

    PostgresServer postgres() {
        return postgres;
    }

    KafkaNode kafka() {
        return kafka;
    }

    SigningKey internalKey() {
        return internalKey;
    }

    Path internalPublicKey() {
        return directory.resolve("internal.pub.pem");
    }

    /** The service that the module under test is: {@code tasks} in {@code tasks-service}. */
    static String moduleName() {
        String module = Path.of(System.getProperty("basedir", System.getProperty("user.dir")))
                .getFileName()
                .toString();
        return module.endsWith("-service") ? module.substring(0, module.length() - "-service".length()) : module;
    }

    private void end() {
        kafka.kill();
        postgres.stop();
        TemporaryFiles.delete(directory);
    }
}
