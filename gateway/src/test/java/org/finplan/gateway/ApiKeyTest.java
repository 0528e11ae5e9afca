package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The life of API keys, from their making to their end. */
@GatewayTest
class ApiKeyTest {

    private static final String PATH = "/api/v1/api-keys";

    Client client;
    Surroundings surroundings;
    private String admin;

    @BeforeEach
    void prepare() {
        admin = surroundings.token("city-admin");
        client.awaitOk(PATH, admin);
    }

    @Test
    @Tag("G04")
    void eachConsumerHasItsOwnKeyAndScopes() {
        JsonObject key = create(district("441202").put("scopes", JsonArray.of("tasks:read")));
        String secret = key.getString("secret");
        assertThat(secret).matches("fpk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
        JsonObject claims = client.get("/api/v1/tasks/echo", secret).internalClaims();
        assertThat(claims.getString("sub")).isEqualTo("district-441202");
        assertThat(claims.getJsonArray("groups")).containsExactly("district-officer");
        assertThat(claims.getJsonArray("regions")).containsExactly("441202");
        assertThat(claims.getString("client_id")).isEqualTo("key-" + key.getString("prefix"));
        Client.Answer header = Client.send(client.request("/api/v1/tasks/echo", null)
                .header("X-API-Key", secret)
                .GET());
        assertThat(header.status()).isEqualTo(200);
        assertThat(header.json().getJsonObject("headers").containsKey("x-api-key"))
                .isFalse();
        Client.Answer refused = client.get("/api/v1/alerts", secret);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().getString("code")).isEqualTo("out-of-scope");
    }

    @Test
    void aSecretIsShownOnceAndKeptNowhere() throws SQLException {
        JsonObject key = create(integrator());
        String secret = key.getString("secret");
        String shown =
                client.get(PATH + "/" + key.getString("id"), admin).response().body()
                        + client.get(PATH + "?limit=500", admin).response().body();
        assertThat(shown).contains(key.getString("id")).doesNotContain(secret.substring(13));
        try (Connection connection = surroundings.postgres().connect("finplan_gateway");
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT string_agg(t::text, ' ') FROM (SELECT k::text FROM api_key k UNION ALL"
                                        + " SELECT a::text FROM audit_record a UNION ALL SELECT convert_from(body, 'UTF8') FROM idempotency_key) t")) {
            rows.next();
            assertThat(rows.getString(1)).contains(key.getString("id")).doesNotContain(secret.substring(13));
        }
    }

    @Test
    void aRepeatedRequestMakesNoSecondKeyAndShowsNoSecret() {
        String once = UUID.randomUUID().toString();
        Client.Answer first = client.post(PATH, admin, integrator(), "Idempotency-Key", once);
        Client.Answer again = client.post(PATH, admin, integrator(), "Idempotency-Key", once);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json().getString("id")).isEqualTo(first.json().getString("id"));
        assertThat(first.json().containsKey("secret")).isTrue();
        assertThat(again.json().containsKey("secret")).isFalse();
        Client.Answer other = client.post(PATH, admin, integrator().put("name", "other"), "Idempotency-Key", once);
        assertThat(other.status()).isEqualTo(422);
        String officer = surroundings.issuer().token("officer", List.of("city-admin"), List.of());
        assertThat(client.post(PATH, officer, integrator(), "Idempotency-Key", once)
                        .json()
                        .getString("id"))
                .as("another caller's key is another key")
                .isNotEqualTo(first.json().getString("id"));
    }

    @Test
    void rotationLetsTheOldSecretWorkUntilTheOverlapEnds() {
        JsonObject key = create(integrator());
        String uri = PATH + "/" + key.getString("id");
        Client.Answer rotated =
                client.post(uri + ":rotate", admin, JsonObject.of("overlapSeconds", 3600), "If-Match", "\"1\"");
        assertThat(rotated.status()).isEqualTo(200);
        assertThat(rotated.header("ETag")).isEqualTo("\"2\"");
        assertThat(rotated.json().getString("prefix")).isEqualTo(key.getString("prefix"));
        String fresh = rotated.json().getString("secret");
        assertThat(fresh).isNotEqualTo(key.getString("secret"));
        assertThat(status(key.getString("secret"))).isEqualTo(200);
        assertThat(status(fresh)).isEqualTo(200);
        assertThat(client.post(uri + ":rotate", admin, new JsonObject(), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(client.post(uri + ":rotate", admin, new JsonObject()).status())
                .isEqualTo(428);
        client.post(uri + ":rotate", admin, JsonObject.of("overlapSeconds", 0), "If-Match", "\"2\"");
        await().atMost(Duration.ofSeconds(60)).until(() -> status(fresh) == 401);
        assertThat(status(key.getString("secret"))).isEqualTo(401);
    }

    @Test
    void aRevokedKeyWorksNoLonger() {
        JsonObject key = create(integrator());
        String secret = key.getString("secret");
        assertThat(status(secret)).isEqualTo(200);
        String uri = PATH + "/" + key.getString("id");
        assertThat(client.post(uri + ":revoke", admin, new JsonObject(), "If-Match", "\"1\"")
                        .status())
                .as("a reason is needed")
                .isEqualTo(400);
        Client.Answer revoked =
                client.post(uri + ":revoke", admin, JsonObject.of("reason", "样本：遗失"), "If-Match", "\"1\"");
        assertThat(revoked.json().getString("state")).isEqualTo("revoked");
        assertThat(revoked.json().getJsonObject("revocation").getString("by")).isEqualTo("city-admin");
        await().atMost(Duration.ofSeconds(60)).until(() -> status(secret) == 401);
        assertThat(client.get("/api/v1/tasks/echo", secret)
                        .json()
                        .getJsonArray("errors")
                        .getJsonObject(0)
                        .getString("code"))
                .isEqualTo("key-revoked");
        Client.Answer twice = client.post(uri + ":revoke", admin, JsonObject.of("reason", "again"), "If-Match", "*");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.json().getString("code")).isEqualTo("api-key-not-active");
    }

    @Test
    void aRevocationElsewhereIsSeenHere() throws SQLException {
        JsonObject key = create(integrator());
        assertThat(status(key.getString("secret"))).isEqualTo(200);
        superuser("UPDATE api_key SET revoked_at = now(), revoked_by = 'another gateway' WHERE id = '"
                + key.getString("id") + "'");
        await().atMost(Duration.ofSeconds(60)).until(() -> status(key.getString("secret")) == 401);
    }

    @Test
    void anExpiredKeyIsRefused() throws SQLException {
        JsonObject key = create(integrator());
        superuser("UPDATE api_key SET expires_at = now() - interval '1 hour' WHERE id = '" + key.getString("id") + "'");
        assertThat(client.get("/api/v1/tasks/echo", key.getString("secret"))
                        .json()
                        .getJsonArray("errors")
                        .getJsonObject(0)
                        .getString("code"))
                .isEqualTo("key-expired");
    }

    @Test
    void badKeysAreRefused() {
        String secret = create(integrator()).getString("secret");
        String forged = secret.substring(0, 20) + (secret.charAt(20) == 'A' ? 'B' : 'A') + secret.substring(21);
        for (String bad : List.of(forged, "fpk_abcdefgh_" + "A".repeat(43), "fpk_", "fpk_x' OR '1'='1", secret + "x")) {
            Client.Answer answer = client.get("/api/v1/tasks/echo", bad);
            assertThat(answer.status()).as(bad).isEqualTo(401);
            assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("code"))
                    .isEqualTo("key-unknown");
        }
        Client.Answer two = Client.send(client.request("/api/v1/tasks/echo", admin)
                .header("X-API-Key", secret)
                .GET());
        assertThat(two.status()).isEqualTo(401);
        assertThat(two.json().getJsonArray("errors").getJsonObject(0).getString("code"))
                .isEqualTo("ambiguous-credentials");
    }

    @Test
    void theLastUseIsShown() {
        JsonObject key = create(integrator());
        assertThat(key.containsKey("lastUsedAt")).isFalse();
        assertThat(status(key.getString("secret"))).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> client.get(PATH + "/" + key.getString("id"), admin)
                .json()
                .containsKey("lastUsedAt"));
    }

    @Test
    void knownKeysGoOnWhileTheDatabaseIsAway() {
        String known = create(integrator()).getString("secret");
        String unknown = create(integrator()).getString("secret");
        assertThat(status(known)).isEqualTo(200);
        surroundings.postgres().stop();
        try {
            assertThat(status(known)).isEqualTo(200);
            Client.Answer away = client.get("/api/v1/tasks/echo", unknown);
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.header("Retry-After")).isNotNull();
            assertThat(client.get(PATH, admin).status()).isEqualTo(503);
        } finally {
            surroundings.postgres().start();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> status(unknown) == 200);
    }

    @Test
    void whileTheDiskIsNearlyFullKeysAreReadAndNotChanged() {
        JsonObject key = create(integrator());
        String uri = PATH + "/" + key.getString("id");
        surroundings.diskIsNearlyFull(true);
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> client.post(PATH, admin, integrator()).status() == 503);
            for (Client.Answer refused : List.of(
                    client.post(PATH, admin, integrator()),
                    client.post(uri + ":rotate", admin, new JsonObject(), "If-Match", "\"1\""),
                    client.post(uri + ":revoke", admin, JsonObject.of("reason", "样本 sample"), "If-Match", "\"1\""))) {
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.json().getString("code")).isEqualTo("storage-full");
                assertThat(refused.header("Retry-After")).isEqualTo("30");
            }
            assertThat(client.get(uri, admin).header("ETag")).isEqualTo("\"1\"");
            assertThat(client.get(PATH, admin).status()).isEqualTo(200);
            assertThat(status(key.getString("secret"))).isEqualTo(200);
        } finally {
            surroundings.diskIsNearlyFull(false);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        client.post(uri + ":revoke", admin, JsonObject.of("reason", "样本 sample"), "If-Match", "\"1\"")
                                        .status()
                                == 200);
    }

    private int status(String secret) {
        return client.get("/api/v1/tasks/echo", secret).status();
    }

    private JsonObject create(JsonObject body) {
        Client.Answer answer = client.post(PATH, admin, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .isEqualTo(PATH + "/" + answer.json().getString("id"));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        return answer.json();
    }

    private static JsonObject integrator() {
        return SampleKey.of("credit-platform", "integrator", "tasks:read");
    }

    private static JsonObject district(String code) {
        return SampleKey.of("district-" + code, "district-officer", "indicators:read", "indicators:write")
                .put("regions", JsonArray.of(code));
    }

    private void superuser(String sql) throws SQLException {
        try (Connection connection = surroundings.postgres().connect("finplan_gateway")) {
            assertThat(connection.createStatement().executeUpdate(sql)).isEqualTo(1);
        }
    }
}
