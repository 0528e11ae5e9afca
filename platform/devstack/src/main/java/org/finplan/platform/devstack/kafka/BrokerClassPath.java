package org.finplan.platform.devstack.kafka;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * The class path of the broker process. The launcher has Kafka on its own and hands that on; tests of the services have
 * not, and find the jars in the local Maven repository by the list that the build left in this jar.
 */
final class BrokerClassPath {

    private static final String PLACEHOLDER = "REPOSITORY";

    private BrokerClassPath() {}

    static String find() {
        String own = System.getProperty("java.class.path");
        if (own.contains("kafka_2.13")) {
            return own;
        }
        Path repository = repository();
        String jars = Arrays.stream(list().split(":"))
                .map(entry -> entry.replace(PLACEHOLDER, repository.toString()))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> missing = Arrays.stream(jars.split(File.pathSeparator))
                .filter(jar -> !Files.exists(Path.of(jar)))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "jars of the broker are missing, build platform/devstack first: " + missing);
        }
        return locationOf(Broker.class) + File.pathSeparator + jars;
    }

    /** The repository that the tests' own Kafka client was loaded from: the client lies six levels below its root. */
    private static Path repository() {
        Path client = locationOf(Admin.class);
        Path root = client;
        for (int i = 0; i < 6; i++) {
            root = root.getParent();
        }
        return root;
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no location of " + type.getName(), e);
        }
    }

    private static String list() {
        try (InputStream in = BrokerClassPath.class.getResourceAsStream("/broker-class-path.txt")) {
            if (in == null) {
                throw new IllegalStateException("broker-class-path.txt is missing: build platform/devstack with Maven");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
