package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How fast and how much callers may ask. */
@GatewayTest
class LimitTest {

    private static final String TASKS = "/api/v1/tasks/echo";
    private static final Pattern LEFT = Pattern.compile("\"(\\w+)\";r=(\\d+);t=(\\d+)");

    Client client;
    Surroundings surroundings;
    private String admin;

    @BeforeEach
    void prepare() {
        admin = surroundings.token("city-admin");
        client.awaitOk("/api/v1/api-keys", admin);
    }

    @Test
    void everyAnswerSaysHowTheLimitsStand() {
        String token = surroundings.issuer().token("counted", List.of("auditor"), List.of());
        Client.Answer answer = client.get(TASKS, token);
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"tasks\";q=5000;w=5");
        assertThat(left(answer, "tasks")).isEqualTo(4_999);
        assertThat(client.get("/api/v1/alerts/echo", token).header("RateLimit")).startsWith("\"risk\";r=");
        assertThat(client.get("/api/v1/calls", token).header("RateLimit")).startsWith("\"operations\";r=");
        assertThat(client.get("/api/v1/events", token).header("RateLimit")).startsWith("\"events\";r=");
        assertThat(client.get(TASKS, null).header("RateLimit")).isNull();
    }

    @Test
    void aKeyThatAsksTooFastIsToldToWait() {
        String slow = key(JsonObject.of("perSecond", 1), "tasks:read", "indicators:read");
        Client.Answer refused = null;
        for (int i = 0; i < 100 && refused == null; i++) {
            Client.Answer answer = client.get(TASKS, slow);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"tasks\";q=5;w=5");
            refused = answer.status() == 429 ? answer : null;
        }
        assertThat(refused).isNotNull();
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().getString("code")).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(left(refused, "tasks")).isZero();
        assertThat(client.get("/api/v1/observations/echo", slow).status())
                .as("another route class")
                .isEqualTo(200);
        assertThat(client.get(TASKS, admin).status()).as("another client").isEqualTo(200);
        client.awaitOk(TASKS, slow);
    }

    @Test
    void someOperationsCountMoreThanOnce() {
        String token = surroundings.issuer().token("importer", List.of("city-officer"), List.of());
        client.get("/api/v1/observations/echo", token);
        Client.Answer batch =
                Client.send(client.request("/api/v1/observations", token).POST(BodyPublishers.ofString("{}")));
        Client.Answer plain = client.get("/api/v1/observations/echo", token);
        assertThat(left(batch, "indicators")).isLessThanOrEqualTo(4_999);
        Client.Answer costly = client.get("/api/v1/attainment?children=true", token);
        assertThat(left(plain, "indicators") - left(costly, "indicators")).isBetween(-100L, 10L);
        String slow = key(JsonObject.of("perSecond", 1), "indicators:read");
        assertThat(left(client.get("/api/v1/attainment?children=true", slow), "indicators"))
                .as("what costs more than the bucket takes all of it")
                .isZero();
    }

    @Test
    void theQuotaOfADayEnds() {
        String key = key(JsonObject.of("perDay", 3, "perMonth", 100), "tasks:read");
        for (int used = 1; used <= 3; used++) {
            Client.Answer answer = client.get(TASKS, key);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Policy"))
                    .contains("\"day\";q=3;w=86400")
                    .contains("\"month\";q=100;w=");
            assertThat(left(answer, "day")).isEqualTo(3 - used);
            assertThat(left(answer, "month")).isEqualTo(100 - used);
        }
        Client.Answer refused = client.get(TASKS, key);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().getString("code")).isEqualTo("quota-exceeded");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 86_400);
        assertThat(left(refused, "month"))
                .as("a refused request is not counted")
                .isEqualTo(97);
    }

    @Test
    void aQuotaIsSharedByAllGateways() throws SQLException {
        String key = key(JsonObject.of("perDay", 1000), "tasks:read");
        assertThat(client.get(TASKS, key).status()).isEqualTo(200);
        String prefix = key.substring(4, 12);
        String another = "UPDATE api_key_quota SET used = used + 5000 WHERE key ="
                + " (SELECT id FROM api_key WHERE prefix = '" + prefix + "')";
        await().atMost(Duration.ofSeconds(60)).until(() -> superuser(another) > 0);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.get(TASKS, key).status() == 429);
    }

    @Test
    void everybodyHasASmallLimitByAddress() {
        Client.Answer refused = null;
        for (int i = 0; i < 5_000 && refused == null; i++) {
            Client.Answer answer = client.get("/api/v1/public/notices/echo", null);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"public\";q=100;w=5");
            refused = answer.status() == 429 ? answer : null;
        }
        assertThat(refused).isNotNull();
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(client.get(TASKS, admin).status()).as("callers with a name").isEqualTo(200);
    }

    /** Behind a proxy of ours every client has the address of the proxy; the limit must be the client's. */
    @Test
    void theLimitIsThatOfTheClientBehindATrustedProxy() {
        String spent = "198.51.100.7";
        Wire.Reply refused = null;
        for (int i = 0; i < 5_000 && refused == null; i++) {
            Wire.Reply answer = notices(Surroundings.TRUSTED_PROXY, spent);
            refused = answer.status() == 429 ? answer : null;
        }
        assertThat(refused).isNotNull();
        assertThat(left(notices(Surroundings.TRUSTED_PROXY, "203.0.113.9, " + spent)))
                .as("what the client wrote itself stands before its address")
                .isLessThan(99);
        assertThat(left(notices(Surroundings.TRUSTED_PROXY, "198.51.100.8")))
                .as("another client of the same proxy")
                .isEqualTo(99);
    }

    /** Anybody may write a header: who is no proxy of ours gets no new bucket by it. */
    @Test
    void whatAnUntrustedCallerSaysOfItsAddressChangesNothing() {
        Wire.Reply refused = null;
        for (int i = 0; i < 5_000 && refused == null; i++) {
            Wire.Reply answer = notices("127.0.0.3", "198.51.100." + i % 250);
            refused = answer.status() == 429 ? answer : null;
        }
        assertThat(refused).isNotNull();
        assertThat(left(notices("127.0.0.4", "198.51.100.1")))
                .as("another address")
                .isEqualTo(99);
    }

    @Test
    void aCalendarCountsAsFiveRequests() {
        Wire.Reply answer = Wire.send(
                client.base(),
                Surroundings.TRUSTED_PROXY,
                "GET /api/v1/calendars/echo?key=x HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 198.51.100.251"
                        + "\r\nConnection: close\r\n\r\n");
        assertThat(left(answer)).isEqualTo(95);
    }

    private Wire.Reply notices(String from, String forwardedFor) {
        return Wire.send(
                client.base(),
                from,
                "GET /api/v1/public/notices/echo HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + forwardedFor
                        + "\r\nConnection: close\r\n\r\n");
    }

    private static long left(Wire.Reply reply) {
        Matcher matcher = LEFT.matcher(reply.text());
        assertThat(matcher.find()).as(reply.text()).isTrue();
        return Long.parseLong(matcher.group(2));
    }

    private static long left(Client.Answer answer, String name) {
        Matcher matcher = LEFT.matcher(answer.header("RateLimit"));
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return Long.parseLong(matcher.group(2));
            }
        }
        throw new AssertionError(name + " is not in " + answer.header("RateLimit"));
    }

    private String key(JsonObject limits, String... scopes) {
        JsonObject body = SampleKey.of("limited", "integrator", scopes).put("limits", limits);
        Client.Answer answer = client.post("/api/v1/api-keys", admin, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.json().getString("secret");
    }

    private int superuser(String sql) throws SQLException {
        try (Connection connection = surroundings.postgres().connect("finplan_gateway")) {
            return connection.createStatement().executeUpdate(sql);
        }
    }
}
