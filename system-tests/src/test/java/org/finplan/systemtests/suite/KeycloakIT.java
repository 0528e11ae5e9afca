package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The suite with a real Keycloak beside its local issuer: only with the profile {@code keycloak}, since the distribution
 * has 180 MB. People get their tokens by password here, which the realm as imported does not let them; all else is as
 * imported.
 */
@Tag("keycloak")
class KeycloakIT {

    private static final String USER = "keycloak-district";
    private static final String PASSWORD = "a-password-of-this-test";

    private static KeycloakServer keycloak;
    private static Suite suite;

    @BeforeAll
    static void start() throws IOException {
        keycloak = new KeycloakServer(Path.of(System.getProperty("finplan.keycloak.home")));
        ObjectNode client = client("finplan-cli").put("directAccessGrantsEnabled", true);
        keycloak.write("PUT", "clients/" + client.path("id").asText(), client);
        keycloak.write("POST", "users", Suite.json("""
                {"username": "%s", "enabled": true, "firstName": "Sample", "lastName": "Officer",
                 "email": "sample@example.org", "attributes": {"regions": ["441202"]},
                 "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
                """.formatted(USER, PASSWORD)));
        String user = keycloak.read("users?exact=true&username=" + USER)
                .path(0)
                .path("id")
                .asText();
        JsonNode role = keycloak.read("roles/district-officer");
        keycloak.write("POST", "users/" + user + "/role-mappings/realm", Suite.json("[" + role + "]"));
        suite = Suite.start(
                "keycloak",
                Map.of(
                        "FINPLAN_GATEWAY_ISSUERS_1__URL", keycloak.issuer(),
                        "FINPLAN_GATEWAY_ISSUERS_1__AUDIENCE", "finplan",
                        "FINPLAN_GATEWAY_TOKENS_KEYS_COOLDOWN", "1ms",
                        "FINPLAN_GATEWAY_TOKENS_CLOCK_SKEW", "1s"));
    }

    @AfterAll
    static void stop() {
        if (suite != null) {
            suite.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    private static ObjectNode client(String name) {
        return (ObjectNode) keycloak.read("clients?clientId=" + name).path(0);
    }

    private static String tokenOfTheUser() {
        return keycloak.token(
                Map.of("grant_type", "password", "client_id", "finplan-cli", "username", USER, "password", PASSWORD));
    }

    private static RequestSpecification with(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    private static Response get(String token, String path) {
        return with(token).get(suite.gateway() + path);
    }

    private static Response report(String token, String region, boolean dryRun) {
        return with(token).body("""
                        {"items": [{"indicator": "gdp", "region": "%s", "period": "2024", "value": 1, "unit": "CNY_100M",
                          "source": {"title": "演示样本"}}]}
                        """.formatted(region)).post(suite.gateway() + "/api/v1/observations?dryRun=" + dryRun);
    }

    private static JsonNode header(String token) {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]);
        return Suite.json(new String(json, StandardCharsets.UTF_8));
    }

    private static String reason(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
        return answer.path("errors[0].code");
    }

    @Test
    void aUserOfTheRealmHasItsRolesAndRegions() {
        String token = tokenOfTheUser();
        assertThat(header(token).path("alg").asText()).isEqualTo("ES256");
        assertThat(get(token, "/api/v1/indicators/gdp/observations?region=441202")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(token, "/api/v1/indicators/gdp/observations?region=441203")
                        .statusCode())
                .isEqualTo(404);
        assertThat(report(token, "441202", true).statusCode()).isEqualTo(200);
        assertThat(report(token, "441203", false).statusCode()).isEqualTo(403);
        assertThat(get(token, "/api/v1/audit").statusCode()).isEqualTo(403);
        Response calls = get(token, "/api/v1/calls");
        assertThat(calls.statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(get(token, "/api/v1/calls").<String>path("items[0].client"))
                        .isEqualTo("finplan-cli"));
    }

    @Test
    void aSystemReachesAsFarAsItsScopes() {
        String id = client("finplan-integrator").path("id").asText();
        String secret =
                keycloak.read("clients/" + id + "/client-secret").path("value").asText();
        String token = keycloak.token(
                Map.of("grant_type", "client_credentials", "client_id", "finplan-integrator", "client_secret", secret));
        assertThat(get(token, "/api/v1/events?limit=1").statusCode()).isEqualTo(200);
        assertThat(get(token, "/api/v1/regions").statusCode()).isEqualTo(200);
        assertThat(report(token, "441200", false).statusCode()).isEqualTo(403);
        Response operations = get(token, "/api/v1/calls");
        assertThat(operations.statusCode()).isEqualTo(403);
        assertThat(operations.<String>path("errors[0].accepted[0]")).isEqualTo("operations:read");
    }

    @Test
    void newKeysOfTheRealmAreFollowed() {
        String before = tokenOfTheUser();
        assertThat(get(before, "/api/v1/regions").statusCode()).isEqualTo(200);
        keycloak.write("POST", "components", Suite.json("""
                {"name": "rotated", "providerId": "ecdsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
                 "config": {"priority": ["1000"], "enabled": ["true"], "active": ["true"],
                   "ecdsaEllipticCurveKey": ["P-256"]}}
                """));
        String after = tokenOfTheUser();
        assertThat(header(after).path("kid")).isNotEqualTo(header(before).path("kid"));
        assertThat(get(after, "/api/v1/regions").statusCode()).isEqualTo(200);
        assertThat(get(before, "/api/v1/regions").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenOfAnotherRealmIsRefused() {
        assertThat(reason(get(keycloak.tokenOfAnotherRealm(), "/api/v1/regions")))
                .isEqualTo("token-issuer");
    }

    @Test
    void anExpiredTokenIsRefused() {
        ObjectNode client = client("finplan-cli");
        ((ObjectNode) client.path("attributes")).put("access.token.lifespan", "5");
        keycloak.write("PUT", "clients/" + client.path("id").asText(), client);
        String token = tokenOfTheUser();
        ((ObjectNode) client.path("attributes")).put("access.token.lifespan", "300");
        keycloak.write("PUT", "clients/" + client.path("id").asText(), client);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(reason(get(token, "/api/v1/regions")))
                .isEqualTo("token-expired"));
    }
}
