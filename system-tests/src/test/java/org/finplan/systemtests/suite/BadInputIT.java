package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.finplan.platform.devstack.issuer.AccessTokens;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input through the gateway: each gets its problem, and nothing is stored. */
@Order(2)
@ExtendWith(SharedSuite.class)
class BadInputIT {

    private static final String GOOD = item("green-credit", "441202", "2024", "12.5", "CNY_100M");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Map<String, Long> before;

    /** What follows from the plan's own figures may still be under way in a stack that was started a moment ago. */
    @BeforeAll
    static void settle(Suite suite) {
        AtomicReference<Map<String, Long>> last = new AtomicReference<>();
        await().atMost(Duration.ofSeconds(60)).during(Duration.ofSeconds(3)).until(() -> {
            Map<String, Long> rows = Stored.rows(suite);
            return rows.equals(last.getAndSet(rows));
        });
    }

    @BeforeEach
    void count(Suite suite) {
        before = Stored.rows(suite);
    }

    @AfterEach
    void nothingIsStored(Suite suite) {
        assertThat(Stored.rows(suite)).isEqualTo(before);
    }

    static Stream<Arguments> badFigures() {
        return Stream.of(
                Arguments.of("malformed JSON", "{\"items\":[", 400, "malformed-json"),
                Arguments.of("no JSON at all", "value=1", 400, "malformed-json"),
                Arguments.of("an unknown property", GOOD.replace("\"unit\"", "\"unti\""), 400, "invalid-body"),
                Arguments.of("not a number", GOOD.replace("12.5", "NaN"), 400, "malformed-json"),
                Arguments.of("infinity", GOOD.replace("12.5", "1e999999999"), 400, null),
                Arguments.of("a value with 400 digits", GOOD.replace("12.5", "9".repeat(400)), 400, null),
                Arguments.of("400 digits in a string", GOOD.replace("12.5", "\"" + "9".repeat(400) + "\""), 400, null),
                Arguments.of("an unknown indicator", GOOD.replace("green-credit", "no-such"), 422, "unknown-indicator"),
                Arguments.of("an unknown region", GOOD.replace("441202", "999999"), 422, "unknown-region"),
                Arguments.of("an unknown unit", GOOD.replace("CNY_100M", "SHELLS"), 422, "unknown-unit"),
                Arguments.of("an impossible period", GOOD.replace("2024", "2024-13"), 422, "invalid-period"),
                Arguments.of("no items", "{\"items\":[]}", 422, "items-out-of-bounds"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFigures")
    void isAnsweredWithItsProblem(String what, String body, int status, String code, Suite suite) throws Exception {
        HttpResponse<String> answer = post(suite, suite.token("city-officer"), body);
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isEqualTo(status);
        assertProblem(answer, code);
    }

    /** A head as large as the gateway lets it pass must be read behind it, or its caller gets an answer without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/regions", "/api/v1/tasks", "/api/v1/alerts"})
    void theLargestHeadThatPassesIsReadByTheService(String path, Suite suite) throws Exception {
        String query = path + "?unknown=";
        HttpRequest request = HttpRequest.newBuilder(
                        suite.gateway().resolve(query + "x".repeat(8_192 - query.length())))
                .header("Authorization", "Bearer " + suite.token("city-officer"))
                .header("X-Fill", "x".repeat(30_000))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Suite.json(answer.body()).at("/errors/0/pointer").asText()).isEqualTo("?unknown");
    }

    @Test
    void anotherDistrictsRegionIsOutOfScope(Suite suite) throws Exception {
        HttpResponse<String> answer = post(suite, suite.token("district-441203"), GOOD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertProblem(answer, "region-not-in-scope");
    }

    @Test
    void anAuditorWritesNothing(Suite suite) throws Exception {
        HttpResponse<String> answer = post(suite, suite.token("auditor"), GOOD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertProblem(answer, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "nonsense", "stranger", "expired", "unsigned"})
    void aWrongTokenIsRefused(String kind, Suite suite) throws Exception {
        HttpResponse<String> answer = post(suite, wrongToken(kind, suite), GOOD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertProblem(answer, null);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyOfOneGigabyteIsRefusedWithoutBeingKept(boolean lengthAnnounced, Suite suite) throws Exception {
        HugeBody.Outcome outcome = HugeBody.post(suite, lengthAnnounced);
        assertThat(outcome.statusLine()).contains(" 413");
        assertThat(outcome.answer()).contains("application/problem+json", "body-too-large");
        assertThat(suite.client().get("auditor", "/api/v1/regions").status()).isEqualTo(200);
    }

    private static String wrongToken(String kind, Suite suite) {
        DemoUser officer = DemoUser.find("city-officer").orElseThrow();
        String issuer = suite.endpoints().issuer();
        String good = suite.token("city-officer");
        return switch (kind) {
            case "nonsense" -> "nonsense";
            case "stranger" ->
                new AccessTokens(issuer, SigningKey.generate(), java.time.Clock.systemUTC()).sign(officer);
            case "expired" -> {
                SigningKey key = SigningKey.readOrCreate(suite.data().resolve("secrets"), AccessTokens.KEY_NAME);
                java.time.Clock yesterday =
                        java.time.Clock.fixed(Instant.now().minusSeconds(86_400), java.time.ZoneOffset.UTC);
                yield new AccessTokens(issuer, key, yesterday).sign(officer);
            }
            case "unsigned" -> good.substring(0, good.lastIndexOf('.') + 1);
            default -> "";
        };
    }

    private static HttpResponse<String> post(Suite suite, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(suite.gateway().resolve("/api/v1/observations"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertProblem(HttpResponse<String> answer, String code) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = Suite.json(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("type").asText())
                .isEqualTo("urn:finplan:problem:" + problem.path("code").asText());
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("traceId").asText()).isNotEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "org.finplan", "org.hibernate", "java.");
        if (code != null) {
            assertThat(problem.path("code").asText()).as(answer.body()).isEqualTo(code);
        }
    }

    private static String item(String indicator, String region, String period, String value, String unit) {
        return """
                {"items":[{"indicator":"%s","region":"%s","period":"%s","value":%s,"unit":"%s","status":"estimated",\
                "source":{"title":"sample of a test","reference":"test"}}]}""".formatted(indicator, region, period, value, unit);
    }
}
