package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Audit records and dead letters of the services as one list, and one verdict on all chains. */
@GatewayTest
class MergedListsTest {

    Client client;
    Surroundings surroundings;
    private String token;

    @BeforeEach
    void prepare() {
        token = surroundings.token("city-admin");
        // The gateway has records of its own, and is ready before its database is.
        client.awaitOk("/api/v1/audit?service=gateway", token);
    }

    @Test
    void auditRecordsComeNewestFirstFromAllServicesPageByPage() {
        String start = "/api/v1/audit?limit=2&subject=a+b";
        surroundings.indicators().answer("/api/v1/audit?limit=2&subject=a+b", page("i2", "i1", "09", "08", "C"));
        surroundings
                .indicators()
                .answer("/api/v1/audit?limit=2&subject=a+b&cursor=C", page("i0", null, "01", null, null));
        surroundings.tasks().answer("/api/v1/audit?limit=2&subject=a+b", page("t1", null, "07", null, null));
        surroundings.risk().answer("/api/v1/audit?limit=2&subject=a+b", page("r2", "r1", "10", "06", null));
        List<String> ids = new ArrayList<>();
        String uri = start;
        while (uri != null) {
            JsonObject page = client.get(uri, token).json();
            page.getJsonArray("items")
                    .forEach(item -> ids.add(
                            ((JsonObject) item).getString("id") + "@" + ((JsonObject) item).getString("service")));
            assertThat(page.getJsonArray("items").size()).isLessThanOrEqualTo(2);
            String cursor = page.getString("nextCursor");
            uri = cursor == null ? null : start + "&cursor=" + cursor;
        }
        assertThat(ids)
                .containsExactly("r2@risk", "i2@indicators", "i1@indicators", "t1@tasks", "r1@risk", "i0@indicators");
    }

    private static String page(String first, String second, String firstHour, String secondHour, String next) {
        JsonArray items = JsonArray.of(record(first, firstHour));
        if (second != null) {
            items.add(record(second, secondHour));
        }
        return new JsonObject().put("items", items).put("nextCursor", next).encode();
    }

    private static JsonObject record(String id, String hour) {
        return JsonObject.of("id", id, "recordedAt", "2026-01-01T" + hour + ":00:00Z");
    }

    @Test
    void theChainsAreIntactOnlyTogether() {
        surroundings.indicators().answer("/api/v1/audit:verify", "{\"intact\":true,\"checked\":5}");
        surroundings.tasks().answer("/api/v1/audit:verify", "{\"intact\":false,\"checked\":1,\"brokenAt\":2}");
        surroundings.risk().answer("/api/v1/audit:verify", "{\"intact\":true,\"checked\":0}");
        JsonObject all = client.get("/api/v1/audit:verify", token).json();
        assertThat(all.getBoolean("intact")).isFalse();
        assertThat(all.getJsonObject("services").getJsonObject("tasks").getInteger("brokenAt"))
                .isEqualTo(2);
        JsonObject one = client.get("/api/v1/audit:verify?service=risk", token).json();
        assertThat(one.getBoolean("intact")).isTrue();
        assertThat(one.getJsonObject("services").fieldNames()).containsExactly("risk");
    }

    @Test
    void aServiceThatIsAwayIsNamedAndTheOthersCanBeAskedAlone() {
        surroundings.indicators().answer("/api/v1/audit?limit=50", page("i1", null, "01", null, null));
        surroundings.tasks().answer("/api/v1/audit?limit=50", page("t1", null, "01", null, null));
        surroundings.risk().stop();
        try {
            Client.Answer away = client.get("/api/v1/audit", token);
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.json().getString("detail")).contains("risk");
            Client.Answer alone = client.get("/api/v1/audit?service=indicators", token);
            assertThat(alone.json().getJsonArray("items")).hasSize(1);
            Client.Answer health = client.get("/health", null);
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.json().getJsonObject("parts").getString("risk")).isEqualTo("down");
            assertThat(health.json().getJsonObject("parts").getString("tasks")).isEqualTo("up");
        } finally {
            surroundings.risk().start();
        }
    }

    @Test
    void aRefusalOfAServiceIsRelayed() {
        Client.Answer answer = client.get("/api/v1/dead-letters?service=tasks&limit=3", token);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().getString("code")).isEqualTo("from-service");
        assertThat(client.get("/api/v1/audit?cursor=garbage", token).json().getString("code"))
                .isEqualTo("invalid-cursor");
        assertThat(client.get("/api/v1/audit?service=other", token).json().getString("code"))
                .isEqualTo("invalid-parameter");
    }

    @Test
    void aDeadLetterIsReplayedByTheServiceThatHasIt() {
        String id = "0198f3a0-0000-7000-8000-000000000001";
        surroundings.tasks().answer("/api/v1/dead-letters/" + id, "{\"id\":\"" + id + "\",\"state\":\"failed\"}");
        surroundings
                .tasks()
                .answer("/api/v1/dead-letters/" + id + ":replay", "{\"id\":\"" + id + "\",\"state\":\"waiting\"}");
        assertThat(client.get("/api/v1/dead-letters/" + id, token).json().getString("state"))
                .isEqualTo("failed");
        Client.Answer replayed = Client.send(
                client.request("/api/v1/dead-letters/" + id + ":replay", token).POST(BodyPublishers.noBody()));
        assertThat(replayed.json().getString("state")).isEqualTo("waiting");
        String unknown = "0198f3a0-0000-7000-8000-000000000002";
        assertThat(client.get("/api/v1/dead-letters/" + unknown, token).status())
                .isEqualTo(404);
    }

    @Test
    void allDeadLettersAreReplayedByEachService() {
        String released = "{\"incoming\":1,\"outgoing\":0}";
        List.of(surroundings.indicators(), surroundings.tasks(), surroundings.risk())
                .forEach(service -> service.answer("/api/v1/dead-letters:replay", released));
        Client.Answer answer =
                Client.send(client.request("/api/v1/dead-letters:replay", token).POST(BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().getJsonObject("services").fieldNames()).containsExactly("indicators", "risk", "tasks");
        assertThat(client.get("/api/v1/dead-letters:replay", token).status()).isEqualTo(405);
    }
}
