package org.finplan.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.finplan.systemtests.repository.Repository;
import org.junit.jupiter.api.Test;

/** What can be proved of docker-compose.yml without a container engine. */
class ComposeFileTest {

    private static final List<String> PLATFORM = List.of(
            "platform/events",
            "platform/outage",
            "platform/plan",
            "platform/web",
            "platform/identity",
            "platform/outbox",
            "platform/planversion");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)([^}]*)}");
    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|TOKEN|PRIVATE|CREDENTIAL|API_KEY");
    private static final Pattern PINNED = Pattern.compile("[^:@]+:v?\\d+\\.\\d+(\\.\\d+)*([._-][\\w.-]+)?");

    /** Variables of the official images, from their documentation. */
    private static final Set<String> POSTGRES =
            Set.of("POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_DB", "POSTGRES_INITDB_ARGS", "PGDATA");

    private static final Set<String> KEYCLOAK = Set.of(
            "KC_DB",
            "KC_DB_URL",
            "KC_DB_USERNAME",
            "KC_DB_PASSWORD",
            "KC_HOSTNAME",
            "KC_HOSTNAME_BACKCHANNEL_DYNAMIC",
            "KC_HTTP_ENABLED",
            "KC_PROXY_HEADERS",
            "KC_HEALTH_ENABLED",
            "KC_BOOTSTRAP_ADMIN_USERNAME",
            "KC_BOOTSTRAP_ADMIN_PASSWORD");

    private final ComposeFile compose = ComposeFile.read();

    @Test
    void isValidAgainstTheComposeSpecification() throws Exception {
        ObjectNode schema;
        try (InputStream in = getClass().getResourceAsStream("/compose-spec/compose-spec.json")) {
            schema = (ObjectNode) new JsonMapper().readTree(in);
        }
        // The published file names draft 7 by an address that is not its identifier, and has a relative identifier
        // itself.
        schema.remove(List.of("$schema", "$id"));
        var validator =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);

        assertThat(validator.validate(compose.root())).isEmpty();
        ((ObjectNode) compose.root().at("/services/gateway")).put("helthcheck", "misspelt");
        assertThat(validator.validate(compose.root())).as("the schema judges").isNotEmpty();
    }

    @Test
    void runsTheFourServices() {
        assertThat(compose.ownServices())
                .containsOnlyKeys("gateway", "indicators-service", "tasks-service", "risk-service");
    }

    @Test
    void setsOnlyKeysThatTheServiceReads() {
        compose.ownServices().forEach((module, service) -> {
            List<String> modules = new ArrayList<>(PLATFORM);
            modules.add(module);
            List<Pattern> read = ConfigurationKeys.of(modules).stream()
                    .map(ConfigurationKeys::variable)
                    .toList();

            assertThat(ComposeFile.environment(service).keySet())
                    .as("what is set for %s", module)
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(read)
                            .anyMatch(variable -> variable.matcher(key).matches()));
        });
    }

    @Test
    void setsOnlyKeysThatTheOtherImagesRead() {
        Set<String> kafka = AbstractKafkaConfig.CONFIG_DEF.names().stream()
                .map(name -> "KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        kafka.add("KAFKA_HEAP_OPTS");
        assertThat(kafka).containsAll(keys("kafka"));

        assertThat(KEYCLOAK).containsAll(keys("keycloak"));

        Set<String> postgres = keys("postgres");
        postgres.removeIf(key -> key.startsWith("FINPLAN_"));
        assertThat(POSTGRES).as("the rest is tested in DatabaseInitTest").containsAll(postgres);
    }

    @Test
    void pinsEveryImage() {
        compose.services()
                .forEach((name, service) ->
                        assertThat(service.path("image").asText()).as(name).matches(PINNED));
        Matcher from = Pattern.compile("(?m)^FROM (\\S+)").matcher(dockerfile());
        assertThat(from.results().map(found -> found.group(1)).toList())
                .isNotEmpty()
                .allSatisfy(image -> assertThat(image).matches(PINNED));
    }

    @Test
    void hasNoSecretWithADefault() {
        String text = Repository.text("docker-compose.yml");
        VARIABLE.matcher(text)
                .results()
                .filter(found -> SECRET.matcher(found.group(1)).find())
                .forEach(found -> assertThat(found.group(2))
                        .as(found.group())
                        .startsWith(":?")
                        .hasSizeGreaterThan(2));

        compose.services()
                .forEach((name, service) -> ComposeFile.environment(service).forEach((key, value) -> {
                    if (SECRET.matcher(key).find()) {
                        assertThat(value)
                                .as("%s of %s", key, name)
                                .matches("\\$\\{[A-Z0-9_]+:\\?[^}]+}|(file:)?/run/secrets/[a-z-]+");
                    }
                }));
    }

    @Test
    void givesTheSigningKeyToTheGatewayAlone() {
        compose.services().forEach((name, service) -> assertThat(
                        texts(service.path("secrets")).contains("internal-token-private-key"))
                .as(name)
                .isEqualTo(name.equals("gateway")));
    }

    @Test
    void runsNothingAsRoot() {
        compose.services().forEach((name, service) -> {
            if (!service.has("build")) {
                assertThat(service.path("user").asText()).as(name).isNotEmpty().isNotIn("root", "0", "0:0");
            }
            assertThat(texts(service.path("cap_drop"))).as(name).containsExactly("ALL");
            assertThat(texts(service.path("security_opt"))).as(name).contains("no-new-privileges:true");
            assertThat(service.path("privileged").asBoolean()).as(name).isFalse();
        });
        Matcher user = Pattern.compile("(?m)^USER (\\d+):(\\d+)$").matcher(dockerfile());
        assertThat(user.find()).isTrue();
        assertThat(Integer.parseInt(user.group(1))).isGreaterThan(999);
        assertThat(dockerfile().indexOf("\nUSER ")).isLessThan(dockerfile().indexOf("\nENTRYPOINT "));
    }

    @Test
    void checksTheHealthOfEveryContainer() {
        compose.services().forEach((name, service) -> assertThat(service.has("healthcheck") || service.has("build"))
                .as(name)
                .isTrue());
        assertThat(dockerfile()).containsPattern("(?m)^HEALTHCHECK .* CMD \\[\"healthcheck\"]$");
    }

    @Test
    void publishesOnlyTheGatewayAndKeycloakAndOnlyOnThisMachine() {
        compose.services().forEach((name, service) -> {
            List<String> ports = texts(service.path("ports"));
            if (name.equals("gateway") || name.equals("keycloak")) {
                assertThat(ports).as(name).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
            } else {
                assertThat(ports).as(name).isEmpty();
            }
        });
    }

    private Set<String> keys(String service) {
        return new TreeSet<>(
                ComposeFile.environment(compose.services().get(service)).keySet());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static String dockerfile() {
        return Repository.text("deploy/docker/Dockerfile");
    }
}
