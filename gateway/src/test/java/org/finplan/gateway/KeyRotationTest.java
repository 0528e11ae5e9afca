package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key that is rotated again while earlier secrets are still in use. */
@GatewayTest
class KeyRotationTest {

    private static final String PATH = "/api/v1/api-keys";
    private static final JsonObject AN_HOUR = JsonObject.of("overlapSeconds", 3600);
    private static final JsonObject AT_ONCE = JsonObject.of("overlapSeconds", 0);

    Client client;
    Surroundings surroundings;
    private String admin;

    @BeforeEach
    void prepare() {
        admin = surroundings.token("city-admin");
        client.awaitOk(PATH, admin);
    }

    @Test
    void eachEarlierSecretLivesToTheEndOfItsOwnOverlap() {
        JsonObject key = create();
        List<String> secrets = new ArrayList<>(List.of(key.getString("secret")));
        for (int i = 0; i < 5; i++) {
            secrets.add(rotate(key, AN_HOUR).json().getString("secret"));
            assertThat(secrets).allSatisfy(secret -> assertThat(status(secret)).isEqualTo(200));
        }
        Client.Answer full = rotate(key, AN_HOUR);
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.json().getString("code")).isEqualTo("api-key-too-many-secrets");
        assertThat(secrets).allSatisfy(secret -> assertThat(status(secret)).isEqualTo(200));
        secrets.add(rotate(key, AT_ONCE).json().getString("secret"));
        List<String> earlier = secrets.subList(0, 6);
        assertThat(earlier)
                .allSatisfy(secret -> await().atMost(Duration.ofSeconds(60)).until(() -> status(secret) == 401));
        assertThat(status(secrets.get(6))).isEqualTo(200);
        assertThat(rotate(key, AN_HOUR).status()).as("there is room again").isEqualTo(200);
    }

    @Test
    void anOverlapEndsByItselfWhileALaterOneGoesOn() {
        JsonObject key = create();
        String first = key.getString("secret");
        String second = rotate(key, JsonObject.of("overlapSeconds", 1)).json().getString("secret");
        rotate(key, AN_HOUR);
        await().atMost(Duration.ofSeconds(60)).until(() -> status(first) == 401);
        assertThat(status(second)).isEqualTo(200);
    }

    @Test
    void aRepeatedRotationMakesNoSecondSecretAndShowsNone() throws SQLException {
        JsonObject key = create();
        String once = UUID.randomUUID().toString();
        Client.Answer first = change(key, ":rotate", AN_HOUR, "\"1\"", once);
        Client.Answer again = change(key, ":rotate", AN_HOUR, "\"1\"", once);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        assertThat(again.json().containsKey("secret")).isFalse();
        String secret = first.json().getString("secret");
        assertThat(status(secret)).isEqualTo(200);
        assertThat(change(key, ":rotate", AT_ONCE, "\"2\"", once).status()).isEqualTo(422);
        assertThat(change(key, ":revoke", JsonObject.of("reason", "样本"), "\"2\"", once)
                        .status())
                .isEqualTo(422);
        try (Connection connection = surroundings.postgres().connect("finplan_gateway");
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT string_agg(t::text, ' ') FROM (SELECT p::text FROM api_key_previous_secret p"
                                        + " UNION ALL SELECT convert_from(body, 'UTF8') FROM idempotency_key) t")) {
            rows.next();
            assertThat(rows.getString(1)).contains(key.getString("id")).doesNotContain(secret.substring(13));
        }
    }

    @Test
    void aRepeatedRevocationIsNoFault() {
        JsonObject key = create();
        String once = UUID.randomUUID().toString();
        JsonObject reason = JsonObject.of("reason", "样本：遗失");
        assertThat(change(key, ":revoke", reason, "\"1\"", once).status()).isEqualTo(200);
        Client.Answer again = change(key, ":revoke", reason, "\"1\"", once);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().getString("state")).isEqualTo("revoked");
        assertThat(change(key, ":revoke", reason, "\"2\"", UUID.randomUUID().toString())
                        .status())
                .isEqualTo(409);
    }

    private JsonObject create() {
        JsonObject body = SampleKey.of("gov-platform", "integrator", "tasks:read");
        Client.Answer made = post(PATH, body, "\"0\"", UUID.randomUUID().toString());
        assertThat(made.status()).isEqualTo(201);
        return made.json();
    }

    private Client.Answer rotate(JsonObject key, JsonObject body) {
        return change(key, ":rotate", body, "*", UUID.randomUUID().toString());
    }

    private Client.Answer change(JsonObject key, String method, JsonObject body, String ifMatch, String once) {
        return post(PATH + "/" + key.getString("id") + method, body, ifMatch, once);
    }

    private Client.Answer post(String uri, JsonObject body, String ifMatch, String once) {
        return client.post(uri, admin, body, "If-Match", ifMatch, "Idempotency-Key", once);
    }

    private int status(String secret) {
        return client.get("/api/v1/tasks/echo", secret).status();
    }
}
