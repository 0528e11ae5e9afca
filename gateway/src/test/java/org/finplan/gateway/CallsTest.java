package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which calls are kept, and who sees which. Every test calls as somebody of its own. */
@GatewayTest
class CallsTest {

    private static final String CALLS = "/api/v1/calls";

    Client client;
    Surroundings surroundings;
    private String auditor;
    private String somebody;

    @BeforeEach
    void prepare() {
        auditor = surroundings.token("auditor");
        somebody = "somebody-" + UUID.randomUUID();
    }

    private String token(String role) {
        return surroundings.issuer().token(somebody, List.of(role), List.of("441202"));
    }

    @Test
    @Tag("G13")
    void aCallIsListedWithConsumerTimePathAndResult() {
        Instant before = Instant.now();
        Client.Answer answer = client.get("/api/v1/tasks/echo?secret=1", token("district-officer"));
        JsonObject call = awaitCalls(auditor, "&subject=" + somebody, 1).getJsonObject(0);
        assertThat(call.getString("subject")).isEqualTo(somebody);
        assertThat(call.getString("client")).isEqualTo("test-client");
        assertThat(call.getString("key")).isNull();
        assertThat(call.getString("method")).isEqualTo("GET");
        assertThat(call.getString("path")).isEqualTo("/api/v1/tasks/echo");
        assertThat(call.getString("route")).isEqualTo("tasks");
        assertThat(call.getInteger("status")).isEqualTo(200);
        assertThat(call.getLong("ms")).isNotNegative();
        assertThat(call.getLong("bytesOut")).isPositive();
        assertThat(Instant.parse(call.getString("at"))).isAfter(before.minusSeconds(1));
        assertThat(call.getString("traceId"))
                .isEqualTo(answer.json()
                        .getJsonObject("headers")
                        .getJsonArray("traceparent")
                        .getString(0)
                        .substring(3, 35));
    }

    @Test
    @Tag("G04")
    void aRefusedCallIsAmongThem() {
        client.get("/q/metrics", token("district-officer"));
        client.get("/api/v1/tasks/nothing", token("district-officer"));
        client.get("/api/v1/nowhere", token("district-officer"));
        JsonArray refused = awaitCalls(auditor, "&status=4xx&subject=" + somebody, 2);
        assertThat(refused.stream().map(item -> ((JsonObject) item).getInteger("status")))
                .containsOnly(404);
        assertThat(calls(auditor, "&status=200&subject=" + somebody)).isEmpty();
    }

    /** What a key tried beyond its scopes is exactly what its owner must be able to find. */
    @Test
    @Tag("G04")
    void whatAKeyTriedOutsideItsScopesIsAmongTheCallsOfThatKey() {
        JsonObject key = key("tasks:read");
        JsonObject other = key("tasks:read");
        String id = key.getString("id");
        assertThat(client.get("/api/v1/tasks/echo", other.getString("secret")).status())
                .isEqualTo(200);
        assertThat(client.get("/api/v1/tasks/echo", key.getString("secret")).status())
                .isEqualTo(200);
        Client.Answer refused = client.get("/api/v1/alerts", key.getString("secret"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().getString("code")).isEqualTo("out-of-scope");
        awaitCalls(auditor, "&key=" + other.getString("id"), 1);
        JsonArray calls = awaitCalls(auditor, "&key=" + id, 2);
        assertThat(calls).hasSize(2).allSatisfy(item -> {
            JsonObject call = (JsonObject) item;
            assertThat(call.getString("key")).isEqualTo(id);
            assertThat(call.getString("subject")).isEqualTo(somebody);
            assertThat(call.getString("client")).isEqualTo("key-" + key.getString("prefix"));
        });
        JsonObject tried = calls(auditor, "&status=403&key=" + id).getJsonObject(0);
        assertThat(tried.getString("path")).isEqualTo("/api/v1/alerts");
        assertThat(tried.getString("route")).isEqualTo("risk");
        assertThat(calls(auditor, "&key=" + UUID.randomUUID())).isEmpty();
        String stranger = surroundings
                .issuer()
                .token("stranger-" + UUID.randomUUID(), List.of("district-officer"), List.of("441202"));
        assertThat(calls(stranger, "&key=" + id)).isEmpty();
    }

    private JsonObject key(String scope) {
        String admin = surroundings.token("city-admin");
        JsonObject request = SampleKey.of(somebody, "integrator", scope);
        client.awaitOk("/api/v1/api-keys", admin);
        Client.Answer made = client.post("/api/v1/api-keys", admin, request);
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        return made.json();
    }

    @Test
    void callsWithoutCredentialsThatHoldAreKeptWithoutAName() {
        String path = "/api/v1/tasks/" + UUID.randomUUID();
        client.get(path, "garbage");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        calls(auditor, "&status=401").stream().map(item -> ((JsonObject) item).getString("path")))
                .contains(path));
        JsonObject call = calls(auditor, "&status=401").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("path").equals(path))
                .findFirst()
                .orElseThrow();
        assertThat(call.getString("client")).isNull();
        assertThat(call.getString("subject")).isNull();
    }

    @Test
    void anOrdinaryCallerSeesItsOwnCallsOnly() {
        client.get("/api/v1/tasks/echo", auditor);
        client.get("/api/v1/tasks/echo", token("district-officer"));
        awaitCalls(auditor, "&subject=" + somebody, 1);
        String own = token("district-officer");
        JsonArray seen = awaitCalls(own, "", 1);
        assertThat(seen.stream().map(item -> ((JsonObject) item).getString("subject")))
                .containsOnly(somebody);
        assertThat(calls(own, "&subject=auditor")).isEmpty();
        assertThat(calls(own, "&client=another")).isEmpty();
        assertThat(client.get(CALLS + ":summary?subject=auditor", own).json().getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void theListGoesOnPageByPage() {
        for (int i = 0; i < 5; i++) {
            client.get("/api/v1/tasks/echo", token("city-officer"));
        }
        awaitCalls(auditor, "&subject=" + somebody, 5);
        Set<String> seen = new TreeSet<>();
        List<Instant> times = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 3; page++) {
            JsonObject body = client.get(CALLS + "?limit=2&subject=" + somebody + cursor, auditor)
                    .json();
            for (Object item : body.getJsonArray("items")) {
                seen.add(((JsonObject) item).getString("id"));
                times.add(Instant.parse(((JsonObject) item).getString("at")));
            }
            cursor = "&cursor=" + body.getString("nextCursor");
        }
        assertThat(cursor).isEqualTo("&cursor=null");
        assertThat(seen).hasSize(5);
        assertThat(times).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    @Tag("G13")
    void theUseOfEachConsumerIsSummedUp() {
        for (int i = 0; i < 3; i++) {
            client.get("/api/v1/tasks/echo", token("city-officer"));
        }
        client.get("/api/v1/tasks/nothing", token("city-officer"));
        client.get("/api/v1/alerts/echo", token("city-officer"));
        awaitCalls(auditor, "&subject=" + somebody, 5);
        JsonArray items = client.get(CALLS + ":summary?subject=" + somebody, auditor)
                .json()
                .getJsonArray("items");
        assertThat(items).hasSize(2);
        JsonObject tasks = items.getJsonObject(0);
        assertThat(tasks.getString("route")).isEqualTo("tasks");
        assertThat(tasks.getLong("calls")).isEqualTo(4);
        assertThat(tasks.getLong("errors")).isEqualTo(1);
        assertThat(tasks.getLong("bytesOut")).isPositive();
        assertThat(tasks.getLong("p95")).isGreaterThanOrEqualTo(tasks.getLong("p50"));
        assertThat(items.getJsonObject(1).getString("route")).isEqualTo("risk");
    }

    @Test
    void wrongQuestionsAreRefused() {
        for (String query : List.of(
                "status=nothing",
                "status=600",
                "key=1",
                "from=yesterday",
                "from=%2B1000000-01-01T00:00:00Z",
                "client=%00",
                "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "limit=0",
                "limit=501",
                "cursor=garbage",
                "colour=red",
                "status=200&status=201")) {
            assertThat(client.get(CALLS + "?" + query, auditor).status())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(client.get(CALLS + ":summary?from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z", auditor)
                        .status())
                .isEqualTo(400);
        assertThat(client.get(CALLS, null).status()).isEqualTo(401);
        assertThat(Client.send(client.request(CALLS, auditor).DELETE()).status())
                .isEqualTo(405);
    }

    @Test
    void whatIsKeptIsPartitionedByDayAndOldDaysGo() throws SQLException {
        awaitCalls(auditor, "", 0);
        try (Connection connection = surroundings.postgres().connect("finplan_gateway")) {
            connection
                    .createStatement()
                    .execute("CREATE TABLE call_20200101 PARTITION OF call"
                            + " FOR VALUES FROM ('2020-01-01 00:00:00+00') TO ('2020-01-02 00:00:00+00')");
            assertThat(partitions(connection)).contains("call_20200101");
            connection.createStatement().execute("SELECT call_partitions(184)");
            assertThat(partitions(connection)).doesNotContain("call_20200101").hasSizeGreaterThanOrEqualTo(4);
        }
    }

    private static List<String> partitions(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = connection
                .createStatement()
                .executeQuery("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'call'::regclass")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private JsonArray awaitCalls(String token, String filter, int least) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(calls(token, filter)).hasSizeGreaterThanOrEqualTo(least));
        return calls(token, filter);
    }

    private JsonArray calls(String token, String filter) {
        Client.Answer answer = client.get(CALLS + "?limit=500" + filter, token);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().getJsonArray("items");
    }
}
