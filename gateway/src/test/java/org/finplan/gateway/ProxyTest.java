package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What passes the gateway, what does not, and what a caller sees when a service is away or slow. */
@GatewayTest
class ProxyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Client client;
    Surroundings surroundings;
    private String token;

    @BeforeEach
    void prepare() {
        token = surroundings.token("city-officer");
    }

    @Test
    void methodQueryAndBodyArriveUntouched() {
        JsonObject arrived = Client.send(client.request("/api/v1/tasks/echo?q=%E8%82%87%E5%BA%86&a=1", token)
                        .method("PATCH", BodyPublishers.ofString("{\"名\":1.50}")))
                .json();
        assertThat(arrived.getString("method")).isEqualTo("PATCH");
        assertThat(arrived.getString("uri")).isEqualTo("/api/v1/tasks/echo?q=%E8%82%87%E5%BA%86&a=1");
        assertThat(arrived.getString("body")).isEqualTo("{\"名\":1.50}");
    }

    @Test
    void headersFromOutsideAreNotTrusted() {
        String answer = Wire.firstAnswer(
                client.base(),
                "GET /api/v1/tasks/echo HTTP/1.1\r\nHost: finplan.example\r\nAuthorization: Bearer " + token
                        + "\r\nX-Forwarded-For: 6.6.6.6\r\nForwarded: for=6.6.6.6\r\nX-Real-IP: 6.6.6.6"
                        + "\r\nX-Finplan-Role: city-admin\r\nX-HTTP-Method-Override: DELETE\r\nCookie: a=b"
                        + "\r\nTE: trailers\r\nConnection: X-Hop, Content-Type\r\nX-Hop: 1\r\nKeep-Alive: 5"
                        + "\r\nIf-Match: \"1\"\r\nIdempotency-Key: k\r\nAccept-Language: en\r\n\r\n");
        JsonObject headers = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4)).getJsonObject("headers");
        assertThat(headers.getJsonArray("x-forwarded-for")).isEqualTo(JsonArray.of("127.0.0.1"));
        assertThat(headers.getJsonArray("x-forwarded-host")).isEqualTo(JsonArray.of("finplan.example"));
        assertThat(headers.getJsonArray("x-forwarded-proto")).isEqualTo(JsonArray.of("http"));
        assertThat(headers.getJsonArray("forwarded"))
                .isEqualTo(JsonArray.of("for=127.0.0.1;host=\"finplan.example\";proto=http"));
        assertThat(headers.getJsonArray("authorization")).hasSize(1);
        assertThat(headers.fieldNames())
                .doesNotContain(
                        "x-real-ip", "x-finplan-role", "x-http-method-override", "cookie", "te", "x-hop", "keep-alive")
                .contains("if-match", "idempotency-key", "accept-language");
    }

    @Test
    void requestIdAndTraceGoThrough() {
        Client.Answer answer = Client.send(client.request("/api/v1/tasks/echo", token)
                .header("X-Request-Id", "my-request.1")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .GET());
        JsonObject headers = answer.json().getJsonObject("headers");
        assertThat(headers.getJsonArray("x-request-id")).isEqualTo(JsonArray.of("my-request.1"));
        assertThat(headers.getJsonArray("traceparent")).hasSize(1);
        assertThat(headers.getJsonArray("traceparent").getString(0))
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                .doesNotContain("00f067aa0ba902b7");
        assertThat(answer.response().headers().allValues("X-Request-Id")).containsExactly("my-request.1");
    }

    @Test
    void hopByHopHeadersOfTheServiceStayInside() {
        Client.Answer answer = client.get("/api/v1/tasks/hop", token);
        assertThat(answer.response().headers().map().keySet())
                .doesNotContain(
                        "x-secret-hop",
                        "keep-alive",
                        "proxy-authenticate",
                        "trailer",
                        "upgrade",
                        "server",
                        "connection");
        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(client.get("/api/v1/tasks/created", token).header("Location"))
                .isEqualTo("/api/v1/tasks/1");
    }

    @Test
    void answersWithoutBodyAndProblemsOfServicesPass() {
        assertThat(client.get("/api/v1/tasks/not-modified", token).status()).isEqualTo(304);
        assertThat(client.get("/api/v1/tasks/no-content", token).status()).isEqualTo(204);
        HttpResponse<String> head = Client.send(
                        client.request("/api/v1/tasks/hop", token).method("HEAD", BodyPublishers.noBody()))
                .response();
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        Client.Answer missing = client.get("/api/v1/tasks/nothing", token);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().getString("code")).isEqualTo("from-service");
    }

    @Test
    void aServiceThatIsDownIsSaidToBeDownAndTheOthersGoOn() {
        surroundings.risk().stop();
        try {
            Client.Answer down = client.get("/api/v1/alerts/echo", token);
            assertThat(down.status()).isEqualTo(503);
            assertThat(down.header("Retry-After")).isEqualTo("2");
            assertThat(down.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(down.json().getString("code")).isEqualTo("service-unavailable");
            assertThat(client.get("/api/v1/tasks/echo", token).status()).isEqualTo(200);
        } finally {
            surroundings.risk().start();
        }
        assertThat(client.get("/api/v1/alerts/echo", token).status()).isEqualTo(200);
    }

    @Test
    void aClientThatPrefersHttp2GetsHttp1() throws Exception {
        HttpClient http2 =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpResponse<String> answer = http2.send(
                client.request("/api/v1/tasks/echo", token)
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        JsonObject headers = new JsonObject(answer.body()).getJsonObject("headers");
        assertThat(headers.fieldNames()).doesNotContain("upgrade", "http2-settings");
    }

    @Test
    void aSilentServiceIsGivenUp() {
        Client.Answer late = client.get("/api/v1/slow/silent", token);
        assertThat(late.status()).isEqualTo(504);
        assertThat(late.json().getString("code")).isEqualTo("gateway-timeout");
    }

    @Test
    void aCallerThatStopsSendingIsGivenUp() {
        String answer = Wire.firstAnswer(
                client.base(),
                "POST /api/v1/slow/count HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Length: 100\r\n\r\nonly this");
        assertThat(answer).startsWith("HTTP/1.1 408").contains("\"request-timeout\"");
    }

    @Test
    void anAnswerThatBreaksOffIsNotMadeWholeAndNotForgotten() {
        assertThatThrownBy(() -> client.get("/api/v1/tasks/broken", token)).isInstanceOf(UncheckedIOException.class);
        String auditor = surroundings.token("auditor");
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        client.get("/q/metrics", auditor).response().body())
                .containsPattern("finplan_gateway_requests_seconds_count\\{.*route=\"tasks\",status=\"aborted\"}")
                .containsPattern("finplan_gateway_instance_running\\{.*service=\"tasks\"} 0"));
    }

    @Test
    void whatTheGatewayAnswersItselfIsAProblemInTheCallersLanguage() {
        Client.Answer chinese = client.get("/api/v2/none", token);
        assertThat(chinese.status()).isEqualTo(404);
        assertThat(chinese.header("Content-Language")).isEqualTo("zh");
        assertThat(chinese.json().getString("title")).isEqualTo("资源不存在");
        Client.Answer english = Client.send(client.request("/api/v2/none", token)
                .header("Accept-Language", "en-GB,zh;q=0.5")
                .GET());
        assertThat(english.json().getString("title")).isEqualTo("Not found");
        assertThat(english.json().getString("instance")).isEqualTo("/api/v2/none");
        assertThat(client.get("/nothing", null).status()).isEqualTo(404);
        assertThat(client.get("/q/dev", null).status()).isEqualTo(404);
        HttpRequest.Builder trace =
                client.request("/api/v1/tasks/echo", token).method("TRACE", BodyPublishers.noBody());
        assertThat(Client.send(trace).status()).isEqualTo(405);
    }

    @Test
    void headsThatAreTooLargeOrAmbiguousAreRefused() {
        assertThat(client.get("/api/v1/tasks/echo?q=" + "x".repeat(9_000), token)
                        .json()
                        .getString("code"))
                .isEqualTo("uri-too-long");
        Client.Answer large = Client.send(client.request("/api/v1/tasks/echo", token)
                .header("X-Large", "x".repeat(40_000))
                .GET());
        assertThat(large.status()).isEqualTo(431);
        assertThat(large.json().getString("code")).isEqualTo("headers-too-large");
        for (String path : List.of(
                "/api/v1/tasks/../alerts/echo",
                "/api/v1/tasks/%2e%2e/alerts",
                "/api/v1/tasks%2fecho",
                "/api/v1//tasks",
                "/api/v1/tasks/a;b",
                "/api/v1/tasks/%00")) {
            String answer = Wire.firstAnswer(
                    client.base(),
                    "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n");
            assertThat(answer).as(path).startsWith("HTTP/1.1 400").contains("\"malformed-request\"");
        }
    }

    @Test
    void whatIsJustWithinTheLimitsOfAHeadPasses() {
        String path = "/api/v1/tasks/echo?q=";
        String longest = path + "x".repeat(8_192 - path.length());
        assertThat(client.get(longest, token).status()).isEqualTo(200);
        assertThat(client.get(longest + "x", token).status()).isEqualTo(414);
        assertThat(largeHead(32_768)).startsWith("HTTP/1.1 204");
        assertThat(largeHead(32_769)).startsWith("HTTP/1.1 431").contains("\"headers-too-large\"");
    }

    /** A request whose header names and values are so many characters together. */
    private String largeHead(int size) {
        String bearer = "Bearer " + token;
        int rest = size - "HostxAuthorizationX-Fill".length() - bearer.length();
        return Wire.firstAnswer(
                client.base(),
                "GET /api/v1/tasks/no-content HTTP/1.1\r\nHost: x\r\nAuthorization: " + bearer + "\r\nX-Fill: "
                        + "x".repeat(rest) + "\r\n\r\n");
    }

    /** None of these reaches the router: the codec stops at them. */
    @Test
    void whatCannotEvenBeParsedGetsAProblemAndALine() {
        Map<String, String> unreadable = Map.of(
                "NONSENSE\r\n\r\n",
                " 400 ",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                " 400 ",
                "GET /" + "x".repeat(140_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                " 414 ",
                "GET /api/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                " 400 ",
                "GET /health HTTP/3.7\r\nHost: x\r\n\r\n",
                " 400 ",
                "GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(270_000) + "\r\n\r\n",
                " 431 ");
        unreadable.forEach((request, status) -> assertThat(Wire.firstAnswer(client.base(), request))
                .as(request.substring(0, 8))
                .startsWith("HTTP/1.")
                .contains(status, "application/problem+json", "X-Request-Id", "\"traceId\"")
                .doesNotContain("netty", "Exception"));
        String auditor = surroundings.token("auditor");
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        client.get("/q/metrics", auditor).response().body())
                .containsPattern("requests_seconds_count\\{.*route=\"-\",status=\"431\"}"));
    }
}
