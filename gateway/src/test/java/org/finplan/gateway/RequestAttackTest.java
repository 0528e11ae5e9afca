package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that want to be somewhere else than they say, or to leave something in an answer. */
@GatewayTest
class RequestAttackTest {

    private static final String PATH = "/api/v1/tasks/count";

    Client client;
    Surroundings surroundings;
    private String token;

    @BeforeEach
    void prepare() {
        token = surroundings.token("city-officer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/public/../tasks/count",
                "/api/v1/public/./../tasks/count",
                "/api/v1/public/%2e%2e/tasks/count",
                "/api/v1/public/%2E%2E/tasks/count",
                "/api/v1/public/.%2e/tasks/count",
                "/api/v1/public/..%2ftasks/count",
                "/api/v1/public%2f..%2ftasks%2fcount",
                "/api/v1/public/..%5ctasks/count",
                "/api/v1/public/..\\tasks\\count",
                "/api/v1/public/..;/tasks/count",
                "/api/v1/public;x=1/../tasks/count",
                "/api/v1/public/%252e%252e/tasks/count",
                "/api/v1/public/%c0%ae%c0%ae/tasks/count",
                "/api/v1/public/%e0%80%ae%e0%80%ae/tasks/count",
                "/api/v1/public/%u002e%u002e/tasks/count",
                "/api/v1/public/%00/../tasks/count",
                "/api/v1/public%00/tasks/count",
                "/api/v1/public//tasks/count",
                "/health/../api/v1/tasks/count",
                "/docs/..%2fapi/v1/tasks/count",
                "/docs/../q/metrics",
                "/docs/%2e%2e/q/metrics",
                "//q/metrics",
                "/q/./metrics",
                "/q/%6detrics",
                "/Q/metrics",
                "/q/metrics/",
                "/q/metrics;.css",
                "/q/health/../metrics",
                "/API/v1/tasks/count",
                "/api/v1/tasks/count%0d%0aX-Injected:%201",
                "/api/v1/tasks/count%20HTTP/1.1%0d%0a",
                "/%zz",
                "/%",
                "/api/v1/tasks/%ff",
                "http:///api/v1/tasks/count",
                "http://x/../api/v1/tasks/count",
                "*",
                "x"
            })
    void noPathLeadsAroundTheCredential(String path) {
        long before = arrived();
        Wire.Reply reply =
                Wire.send(client.base(), "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(reply.status()).as(reply.text()).isIn(400, 401, 404);
        assertThat(reply.text()).doesNotContain("X-Injected: ", "finplan_gateway", "Exception");
        assertThat(reply.closed()).isTrue();
        assertThat(arrived()).isEqualTo(before);
    }

    private long arrived() {
        return Stream.of(surroundings.tasks(), surroundings.risk(), surroundings.indicators())
                .mapToLong(StandInService::completedBodies)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "DEBUG", "get", "G\u0000T", "POST/"})
    void noOtherMethodPasses(String method) {
        long before = arrived();
        Wire.Reply reply = Wire.send(
                client.base(),
                method + " " + PATH + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                        + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        assertThat(reply.status()).as(reply.text()).isIn(400, 405);
        assertThat(reply.text()).doesNotContain(token);
        assertThat(arrived()).isEqualTo(before);
    }

    @Test
    void nothingThatIsSentBecomesAHeaderOfTheAnswer() {
        for (String id : List.of("a b", "a%0d%0aX-Injected: 1", "\u00e9", "<script>", "x".repeat(65))) {
            Wire.Reply reply = Wire.send(
                    client.base(),
                    "GET " + PATH + "?q=%0d%0aX-Injected:1 HTTP/1.1\r\nHost: evil.example\r\n"
                            + "X-Request-Id: " + id
                            + "\r\nOrigin: https://evil.example\r\nReferer: https://evil.example/\r\n"
                            + "X-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n");
            String head = reply.text().substring(0, reply.text().indexOf("\r\n\r\n"));
            assertThat(reply.status()).isEqualTo(401);
            assertThat(head).doesNotContain("evil.example", "X-Injected", "X-Request-Id: " + id);
        }
    }

    @Test
    void aScriptInThePathStaysText() {
        HttpResponse<String> answer = client.get("/api/v1/none/%3Cscript%3Ealert(1)%3C%2Fscript%3E", token)
                .response();
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.body()).doesNotContain("<script>");
    }

    @Test
    void otherSitesGetNoLeaveToRead() {
        HttpResponse<String> read = Client.send(client.request(PATH, token)
                        .header("Origin", "https://evil.example")
                        .GET())
                .response();
        HttpResponse<String> asked = Client.send(client.request(PATH, null)
                        .header("Origin", "https://evil.example")
                        .header("Access-Control-Request-Method", "DELETE")
                        .method("OPTIONS", BodyPublishers.noBody()))
                .response();
        for (HttpResponse<String> answer : List.of(read, asked)) {
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
        }
        assertThat(asked.statusCode()).isEqualTo(401);
    }

    @Test
    void noCacheKeepsWhatNeedsACredential() {
        assertThat(client.get(PATH, token).header("Cache-Control")).isEqualTo("no-store");
        assertThat(client.get(PATH, null).header("Cache-Control")).isEqualTo("no-store");
        assertThat(client.get("/q/metrics", token).header("Cache-Control")).isEqualTo("no-store");
        assertThat(client.get("/api/v1/calls", token).header("Cache-Control")).isEqualTo("no-store");
    }

    /** What is not unpacked cannot burst: the body goes on as it is, and counts as it is. */
    @Test
    void packedBodiesAreNotUnpacked() {
        byte[] zeros = new byte[100_000];
        HttpRequest.Builder request = client.request("/api/v1/tasks/count", token)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zeros));
        assertThat(Client.send(request).json().getLong("bytes")).isEqualTo(zeros.length);
    }

    @Test
    void manyOrLongHeadersAreRefused() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            many.append("X-").append(i).append(": aaaaaaaaaa\r\n");
        }
        for (String headers :
                List.of(many.toString(), "X: " + "a".repeat(300_000) + "\r\n", "X".repeat(300_000) + ": a\r\n")) {
            Wire.Reply reply = Wire.send(
                    client.base(), "GET " + PATH + " HTTP/1.1\r\nHost: x\r\n" + headers + "Connection: close\r\n\r\n");
            assertThat(reply.status()).as(reply.text()).isIn(400, 431);
            assertThat(reply.closed()).isTrue();
        }
        Wire.Reply longPath = Wire.send(client.base(), "GET /" + "a".repeat(200_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(longPath.status()).as(longPath.text()).isIn(400, 414);
        assertThat(longPath.closed()).isTrue();
    }
}
