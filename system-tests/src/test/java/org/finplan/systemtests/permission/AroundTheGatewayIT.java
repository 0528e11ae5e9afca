package org.finplan.systemtests.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.finplan.platform.devstack.stack.Endpoints;
import org.finplan.systemtests.suite.SharedSuite;
import org.finplan.systemtests.suite.Suite;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody inside the network asks the services themselves, and somebody repeats what another has sent. */
@Order(3)
@ExtendWith(SharedSuite.class)
class AroundTheGatewayIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestFactory
    Stream<DynamicTest> servicesTakeTheInternalTokenOnly(Suite suite) throws Exception {
        SigningKey gateway = SigningKey.readOrCreate(suite.data().resolve("secrets"), "internal");
        SigningKey own = SigningKey.generate();
        long now = Instant.now().getEpochSecond();
        Map<String, Object> good = claims("finplan-gateway", "finplan-services", now, now + 60);
        Map<String, String> heads = new java.util.LinkedHashMap<>();
        heads.put("nothing", "");
        heads.put("the caller's own token", bearer(suite.token("city-admin")));
        heads.put("a token with a key of one's own", bearer(own.sign(good)));
        heads.put("no signature", bearer(unsigned(own.sign(good))));
        heads.put("another issuer", bearer(gateway.sign(claims("finplan", "finplan-services", now, now + 60))));
        heads.put("another audience", bearer(gateway.sign(claims("finplan-gateway", "finplan", now, now + 60))));
        heads.put("expired", bearer(gateway.sign(claims("finplan-gateway", "finplan-services", now - 600, now - 300))));
        heads.put(
                "headers that say who it is",
                "X-Finplan-Role: city-admin\nX-Forwarded-User: city-admin\nRemote-User: admin");
        assertThat(status(suite.endpoints().tasks(), bearer(gateway.sign(good))))
                .as("the form itself")
                .isEqualTo(200);
        Endpoints endpoints = suite.endpoints();
        return Stream.of(endpoints.indicators(), endpoints.tasks(), endpoints.risk())
                .flatMap(service -> heads.entrySet().stream()
                        .map(head -> DynamicTest.dynamicTest(
                                head.getKey() + " at " + service, () -> assertThat(status(service, head.getValue()))
                                        .isEqualTo(401))));
    }

    /** A key belongs to who sent it: another client gets no answer of the first, and another body is refused. */
    @Test
    void anIdempotencyKeyIsNobodyElses(Suite suite) throws Exception {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = report(suite, Caller.OFFICER, key, "sample of a test");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        HttpResponse<String> again = report(suite, Caller.OFFICER, key, "sample of a test");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        HttpResponse<String> other = report(suite, Caller.ADMIN, key, "sample of a test");
        assertThat(other.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(other.body()).isNotEqualTo(first.body());
        HttpResponse<String> changed = report(suite, Caller.OFFICER, key, "another sample");
        assertThat(changed.statusCode()).isEqualTo(422);
        assertThat(changed.body()).contains("idempotency-key-reused").doesNotContain("sample");
    }

    private static HttpResponse<String> report(Suite suite, Caller caller, String key, String note) throws Exception {
        String body = """
            {"status":"in_progress","reportedFor":"2024-12-31","region":"441202","note":"%s"}\
            """.formatted(note);
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(suite.gateway() + "/api/v1/tasks/t4.1.1.1.m01/progress-reports"))
                        .header("Authorization", "Bearer " + caller.token(suite))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int status(String service, String head) throws Exception {
        String path = service.endsWith("/") ? "api/v1/audit?limit=1" : "/api/v1/audit?limit=1";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + path));
        head.lines()
                .forEach(line -> request.header(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip()));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static Map<String, Object> claims(String issuer, String audience, long from, long until) {
        return Map.of(
                "iss",
                issuer,
                "aud",
                audience,
                "sub",
                "city-admin",
                "client_id",
                "test",
                "groups",
                List.of("city-admin"),
                "regions",
                List.of(),
                "units",
                List.of(),
                "jti",
                UUID.randomUUID().toString(),
                "iat",
                from,
                "exp",
                until);
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    private static String unsigned(String token) {
        return java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
    }
}
