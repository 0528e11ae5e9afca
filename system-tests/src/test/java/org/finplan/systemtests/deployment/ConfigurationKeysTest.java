package org.finplan.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationKeysTest {

    @TempDir
    Path module;

    @Test
    void findsKeysOfPropertiesOfLookUpsAndOfMappings() throws Exception {
        write("src/main/resources/application.properties", """
                quarkus.http.port=${finplan.http.port:8081}
                %prod.finplan.mode=strict
                quarkus.flyway.jdbc-url=jdbc:${finplan.a.url}?x=${finplan.b}
                """);
        write("src/main/java/Settings.java", """
                @ConfigMapping(prefix = "finplan.outbox")
                interface Settings {
                    @WithDefault("1")
                    int shards();
                    @WithName("poll")
                    Duration pollInterval();
                    Optional<Retry> retry();
                    Map<String, Target> targets();
                    List<Retry> groups();
                    List<String> words();
                    @WithParentName
                    Retry top();
                    default int twice() { return 2 * shards(); }
                    interface Retry { int maxAttempts(); }
                    interface Target { String url(); }
                }
                """);
        write("src/main/java/Reader.java", """
                class Reader {
                    Reader(@ConfigProperty(name = "finplan.plain") String plain, Config config) {
                        config.getOptionalValue("finplan.looked-up", String.class);
                        registry.gauge("finplan.metric.is-no-key");
                    }
                }
                """);

        assertThat(ConfigurationKeys.of(List.of(module.toString())))
                .containsExactlyInAnyOrder(
                        "finplan.http.port",
                        "finplan.mode",
                        "finplan.a.url",
                        "finplan.b",
                        "finplan.outbox.shards",
                        "finplan.outbox.poll",
                        "finplan.outbox.retry.max-attempts",
                        "finplan.outbox.max-attempts",
                        "finplan.outbox.targets.*.url",
                        "finplan.outbox.groups[*].max-attempts",
                        "finplan.outbox.words",
                        "finplan.plain",
                        "finplan.looked-up");
    }

    @Test
    void namesTheEnvironmentVariablesOfAKey() {
        assertThat("FINPLAN_KAFKA_BOOTSTRAP_SERVERS")
                .matches(ConfigurationKeys.variable("finplan.kafka.bootstrap-servers"));
        assertThat("FINPLAN_SERVICES_RISK_URL").matches(ConfigurationKeys.variable("finplan.services.*.url"));
        assertThat("FINPLAN_ISSUERS_0__URL").matches(ConfigurationKeys.variable("finplan.issuers[*].url"));
        assertThat("FINPLAN_SERVICES_RISK").doesNotMatch(ConfigurationKeys.variable("finplan.services.*.url"));
    }

    private void write(String path, String text) throws Exception {
        Path file = module.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
