package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.finplan.gateway.portal.Portal;
import org.finplan.gateway.route.RouteTable;
import org.junit.jupiter.api.Test;

/** The one document of the suite, made of the committed documents of the services. */
@GatewayTest
class OpenApiTest {

    /** Answered by the gateway itself. */
    private static final Set<String> OWN = Set.of(
            "/health",
            "/openapi",
            "/openapi.json",
            "/openapi-3.0.json",
            "/openapi-3.0.yaml",
            "/api/v1/events",
            "/api/v1/api-keys",
            "/api/v1/api-keys/{id}",
            "/api/v1/api-keys/{id}:rotate",
            "/api/v1/api-keys/{id}:revoke",
            "/api/v1/audit",
            "/api/v1/audit:verify",
            "/api/v1/calls",
            "/api/v1/calls:summary",
            "/api/v1/dead-letters",
            "/api/v1/dead-letters/{id}",
            "/api/v1/dead-letters/{id}:replay",
            "/api/v1/dead-letters:replay");

    Client client;

    @Inject
    RouteTable routes;

    @Inject
    GatewayRoutes gatewayRoutes;

    @Inject
    Portal portal;

    private JsonNode document() throws IOException {
        return new YAMLMapper().readTree(client.get("/openapi", null).response().body());
    }

    @Test
    void everyDocumentedPathIsRoutedToTheServiceThatDocumentsIt() throws IOException {
        Set<String> services = new TreeSet<>();
        document().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> {
                    String service = operation.getValue().path("x-service").asText();
                    if (OWN.contains(path.getKey())) {
                        assertThat(service).as(path.getKey()).isEmpty();
                    } else {
                        String concrete = path.getKey().replaceAll("\\{[^}]+}", "x1");
                        assertThat(routes.serviceOf(concrete)).as(path.getKey()).hasValue(service);
                        services.add(service);
                    }
                }));
        assertThat(services).containsExactly("indicators", "risk", "tasks");
    }

    @Test
    void everyOperationSaysWhoMayCallItAndHowItFails() throws IOException {
        document().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> {
                    String name = operation.getKey() + " " + path.getKey();
                    for (String text : List.of("operationId", "summary", "description")) {
                        assertThat(operation.getValue().path(text).asText())
                                .as("%s of %s", text, name)
                                .isNotBlank();
                    }
                    assertThat(operation.getValue().path("tags")).as(name).hasSize(1);
                    if (path.getKey().startsWith("/api/")) {
                        assertThat(operation.getValue().path("x-roles"))
                                .as(name)
                                .isNotEmpty();
                        assertThat(operation.getValue().path("x-scopes").size() + (isOpen(path.getKey()) ? 1 : 0))
                                .as("%s: scope", name)
                                .isEqualTo(1);
                        assertThat(operation.getValue().path("responses").has("401"))
                                .as(name)
                                .isTrue();
                    }
                }));
    }

    /** What needs no credentials needs no scope either. */
    private static boolean isOpen(String path) {
        return path.startsWith("/api/v1/public/") || path.startsWith("/api/v1/calendars/");
    }

    @Test
    void ownOperationsAreThere() throws IOException {
        assertThat(document().path("openapi").asText()).startsWith("3.1");
        for (String path : OWN) {
            assertThat(document().path("paths").has(path)).as(path).isTrue();
        }
    }

    @Test
    void nothingIsRoutedThatIsNotDocumented() throws IOException {
        Set<String> documented = new TreeSet<>();
        document().path("paths").fieldNames().forEachRemaining(documented::add);
        Config config = ConfigProvider.getConfig();
        for (String key : config.getPropertyNames()) {
            // The routes "slow", "uploads" and "held" belong to the surroundings of these tests.
            if (key.matches("finplan\\.gateway\\.routes\\.(?!(slow|uploads|held)\\.)[^.]+\\.paths")) {
                assertThat(config.getValues(key, String.class)).as(key).allSatisfy(prefix -> assertThat(documented)
                        .anyMatch(path -> path.matches(Pattern.quote(prefix) + "([/:].*)?")));
            }
        }
        Set<String> own = new TreeSet<>(gatewayRoutes.ownPaths());
        portal.paths().forEach(own::remove);
        assertThat(own).isEqualTo(new TreeSet<>(OWN));
        assertThat(documented).containsAll(own);
    }

    @Test
    void theDocumentIsThereInTheOlderVersionToo() throws IOException {
        JsonNode older = new YAMLMapper()
                .readTree(client.get("/openapi-3.0.yaml", null).response().body());
        assertThat(older.path("openapi").asText()).isEqualTo("3.0.3");
        assertThat(older.path("paths")).hasSameSizeAs(document().path("paths"));
        Client.Answer json = client.get("/openapi-3.0.json", null);
        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        assertThat(new YAMLMapper().readTree(json.response().body())).isEqualTo(older);
    }

    @Test
    void whoPrefersJsonGetsJson() {
        Client.Answer json = Client.send(client.request("/openapi", null)
                .header("Accept", "application/json")
                .GET());
        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        assertThat(json.header("Vary")).isEqualTo("Accept");
        Client.Answer yaml = Client.send(
                client.request("/openapi", null).header("Accept", "*/*").GET());
        assertThat(yaml.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(yaml.header("ETag")).isNotEqualTo(json.header("ETag"));
    }

    @Test
    void jsonAndYamlSayTheSameAndAreCached() throws IOException {
        Client.Answer json = client.get("/openapi.json", null);
        assertThat(new YAMLMapper().readTree(json.response().body())).isEqualTo(document());
        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        Client.Answer again = Client.send(client.request("/openapi.json", null)
                .header("If-None-Match", json.header("ETag"))
                .GET());
        assertThat(again.status()).isEqualTo(304);
    }
}
