package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two gateways on one database, each a process of its own: what one knows of a key the other learns. */
@Order(7)
@ExtendWith(SharedSuite.class)
class GatewayPairIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int QUOTA = 200;

    private static Fleet fleet;
    private static URI one;
    private static URI other;

    @BeforeAll
    static void start(Suite suite) {
        fleet = new Fleet(suite, List.of("gateway-1", "gateway-2"), List.of("-Xmx128m"));
        fleet.start();
        one = fleet.gateways().get(0);
        other = fleet.gateways().get(1);
        // A gateway takes requests before it has its database; keys need it.
        for (URI gateway : List.of(one, other)) {
            await().atMost(PATIENCE)
                    .until(() -> Http.send(asAdmin(suite, gateway, "/api/v1/api-keys")
                                            .build())
                                    .statusCode()
                            == 200);
        }
    }

    @AfterAll
    static void stop() {
        if (fleet != null) {
            fleet.close();
        }
    }

    @Test
    void aKeyThatIsRevokedAtOneGatewayIsRevokedAtTheOther(Suite suite) {
        HttpResponse<String> made = key(suite, "{}");
        JsonNode key = Suite.json(made.body());
        String secret = key.path("secret").asText();
        assertThat(regions(one, secret).statusCode()).isEqualTo(200);
        assertThat(regions(other, secret).statusCode())
                .as("made at the first gateway")
                .isEqualTo(200);
        HttpResponse<String> revoked = Http.send(
                asAdmin(suite, one, "/api/v1/api-keys/" + key.path("id").asText() + ":revoke")
                        .header("If-Match", made.headers().firstValue("ETag").orElseThrow())
                        .POST(BodyPublishers.ofString("{\"reason\":\"演示样本 / sample of a test\"}"))
                        .build());
        assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(200);
        for (URI gateway : List.of(one, other)) {
            await().atMost(PATIENCE).until(() -> regions(gateway, secret).statusCode() == 401);
        }
    }

    @Test
    void theQuotaOfAKeyIsUsedUpAtBothGatewaysTogether(Suite suite) {
        String secret = Suite.json(key(suite, "{\"perDay\":" + QUOTA + "}").body())
                .path("secret")
                .asText();
        // Known to the second gateway before, so that it has a count of its own to go by.
        assertThat(regions(other, secret).statusCode()).isEqualTo(200);
        int atOne = 0;
        while (regions(one, secret).statusCode() == 200) {
            atOne++;
            assertThat(atOne).isLessThanOrEqualTo(QUOTA);
        }
        AtomicInteger atOther = new AtomicInteger(1);
        await().atMost(PATIENCE).pollInterval(PAUSE).until(() -> {
            HttpResponse<String> answer = regions(other, secret);
            atOther.addAndGet(answer.statusCode() == 200 ? 1 : 0);
            return answer.statusCode() == 429
                    && Suite.json(answer.body()).path("code").asText().equals("quota-exceeded");
        });
        System.out.println("Of a quota of " + QUOTA + ": " + atOne + " at one gateway, " + atOther + " at the other");
        assertThat(atOther.get()).as("alone it would have let all through").isLessThan(QUOTA / 2);
        assertThat(atOne + atOther.get()).isGreaterThanOrEqualTo(QUOTA);
    }

    private static HttpResponse<String> key(Suite suite, String limits) {
        HttpResponse<String> made = Http.send(asAdmin(suite, one, "/api/v1/api-keys")
                .POST(BodyPublishers.ofString("""
                        {"name": "演示样本", "owner": "sample of a test", "roles": ["integrator"],
                          "scopes": ["indicators:read"], "limits": %s}
                        """.formatted(limits)))
                .build());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made;
    }

    private static HttpRequest.Builder asAdmin(Suite suite, URI gateway, String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + suite.token("city-admin"))
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> regions(URI gateway, String secret) {
        return Http.send(HttpRequest.newBuilder(gateway.resolve("/api/v1/regions?limit=1"))
                .header("X-API-Key", secret)
                .build());
    }
}
