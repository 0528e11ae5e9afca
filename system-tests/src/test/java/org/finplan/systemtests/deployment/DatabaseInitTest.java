package org.finplan.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.finplan.systemtests.repository.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that fills an empty database server, run with a client that only writes down what it is asked. */
class DatabaseInitTest {

    private static final String SCRIPT = "deploy/postgres/init/10-finplan.sh";

    @TempDir
    Path directory;

    private Path asked;

    @BeforeEach
    void writeRecorder() throws Exception {
        asked = directory.resolve("asked");
        Path client = directory.resolve("psql");
        Files.writeString(client, """
                #!/usr/bin/env bash
                { echo "name=$NAME role=${OWNER:-$ROLE} password=$PASSWORD arguments=$*"; cat; } >>"$ASKED"
                """);
        Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void makesADatabaseForEachServiceWithTheRolesThatComposeNames() throws Exception {
        Map<String, String> passwords = passwords();
        assertThat(run(passwords)).isZero();

        String recorded = Files.readString(asked);
        ComposeFile.read().ownServices().values().forEach(service -> {
            Map<String, String> environment = ComposeFile.environment(service);
            if (environment.containsKey("FINPLAN_DATABASE_URL")) {
                String url = environment.get("FINPLAN_DATABASE_URL");
                String name = url.substring(url.lastIndexOf('/') + 1);
                assertMade(recorded, name, environment, "FINPLAN_DATABASE_OWNER");
                assertMade(recorded, name, environment, "FINPLAN_DATABASE");
            }
        });
        assertThat(recorded).contains("name=keycloak role=keycloak").doesNotContain(" SUPERUSER");
    }

    @Test
    void needsEveryPasswordThatComposeSets() throws Exception {
        for (String missing : passwords().keySet()) {
            Map<String, String> passwords = passwords();
            passwords.remove(missing);
            assertThat(run(passwords)).as("without %s", missing).isNotZero();
        }
    }

    @Test
    void putsNoPasswordOnACommandLine() throws Exception {
        run(passwords());
        assertThat(Files.readAllLines(asked))
                .filteredOn(line -> line.startsWith("name="))
                .hasSize(9)
                .allSatisfy(line ->
                        assertThat(line.substring(line.indexOf("arguments="))).doesNotContain("secret-of"));
    }

    private static void assertMade(String recorded, String name, Map<String, String> environment, String prefix) {
        String variable = environment.get(prefix + "_PASSWORD").replaceAll("^\\$\\{([A-Z_]+):.*$", "$1");
        assertThat(recorded)
                .contains("name=%s role=%s password=secret-of-%s "
                        .formatted(name, environment.get(prefix + "_USERNAME"), variable));
    }

    private static Map<String, String> passwords() {
        Set<String> keys = new TreeSet<>(
                ComposeFile.environment(ComposeFile.read().services().get("postgres"))
                        .keySet());
        keys.removeIf(key -> !key.startsWith("FINPLAN_"));
        Map<String, String> passwords = new TreeMap<>();
        keys.forEach(key -> passwords.put(key, "secret-of-" + key));
        return passwords;
    }

    private int run(Map<String, String> environment) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("bash", Repository.ROOT.resolve(SCRIPT).toString()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("POSTGRES_USER", "postgres");
        builder.environment().put("ASKED", asked.toString());
        builder.environment().merge("PATH", directory.toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(output).isTrue();
        return process.exitValue();
    }
}
