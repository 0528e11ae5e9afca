package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gateway itself keeps of one city is not shown to those who are bound to another, whatever their role is. */
@GatewayTest
class TwoCitiesTest {

    private static final String KEYS = "/api/v1/api-keys";

    Client client;
    Surroundings surroundings;
    private String admin;
    private String foreign;

    @BeforeEach
    void prepare() {
        admin = surroundings.issuer().token("city-admin", List.of("city-admin"), List.of("441200"));
        foreign = surroundings.issuer().token("sample-admin", List.of("city-admin"), List.of("SAMPLE-CITY"));
        client.awaitOk(KEYS, admin);
    }

    @Test
    void aKeyIsManagedByTheAdminOfItsCity() {
        JsonObject body = SampleKey.of("district-441202", "district-officer", "tasks:read")
                .put("regions", JsonArray.of("441202"));
        String uri = KEYS + "/" + client.post(KEYS, admin, body).json().getString("id");
        assertThat(client.get(uri, admin).status()).isEqualTo(200);

        assertThat(client.get(uri, foreign).status()).isEqualTo(404);
        assertThat(client.get(KEYS, foreign).json().getJsonArray("items")).isEmpty();
        assertThat(client.post(uri + ":rotate", foreign, new JsonObject(), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(client.post(uri + ":revoke", foreign, JsonObject.of("reason", "样本"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        Client.Answer beyond = client.post(KEYS, foreign, body);
        assertThat(beyond.status()).isEqualTo(403);
        assertThat(beyond.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/regions");
        JsonObject unbound = SampleKey.of("sample-system", "integrator", "tasks:read");
        assertThat(client.post(KEYS, foreign, unbound).status())
                .as("a key of no city is more than a city has")
                .isEqualTo(403);
        assertThat(client.get("/api/v1/audit?service=gateway", foreign).json().getJsonArray("items"))
                .isEmpty();
        assertThat(client.get("/api/v1/audit?service=gateway", admin).json().getJsonArray("items"))
                .isNotEmpty();
    }

    @Test
    void nobodyMakesAKeyOfAnotherCity() {
        String officer = surroundings.issuer().token("sample-officer", List.of("city-officer"), List.of("SAMPLE-CITY"));
        JsonObject body = SampleKey.of("sample-officer", "city-officer", "tasks:read");
        assertThat(client.post(KEYS, officer, body.copy().put("regions", JsonArray.of("441200")))
                        .status())
                .isEqualTo(403);
        assertThat(client.post(KEYS, officer, body).status()).isEqualTo(403);
    }

    @Test
    void callsAreSeenByTheCityOfTheCaller() {
        String somebody = "somebody-" + UUID.randomUUID();
        client.get("/api/v1/tasks/echo", surroundings.issuer().token(somebody, List.of("auditor"), List.of("441202")));
        String own = "/api/v1/calls?subject=" + somebody;
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.get(own, admin).json().getJsonArray("items").size() == 1);
        assertThat(client.get(own, foreign).json().getJsonArray("items")).isEmpty();
        assertThat(client.get("/api/v1/calls:summary?subject=" + somebody, foreign)
                        .json()
                        .getJsonArray("items"))
                .isEmpty();
        await().atMost(Duration.ofSeconds(60)).until(() -> !client.get("/api/v1/calls?subject=sample-admin", foreign)
                .json()
                .getJsonArray("items")
                .isEmpty());
    }

    @Test
    void anEventOfAnotherCityIsNotHandedOut() {
        String cursor = client.get("/api/v1/events?after=now", foreign).json().getString("nextCursor");
        TestLog log = surroundings.log();
        log.observation("441202", 1);
        log.alert("441200", 1);
        log.alert(null, 1);
        String shared = log.observation("440000", 1).toString();
        String own = log.observation("SAMPLE-CITY", 1).toString();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonArray items =
                    client.get("/api/v1/events?after=" + cursor, foreign).json().getJsonArray("items");
            assertThat(items)
                    .extracting(item -> ((JsonObject) item).getString("id"))
                    .containsExactlyInAnyOrder(shared, own);
        });
    }
}
