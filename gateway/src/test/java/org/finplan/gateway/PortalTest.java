package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is open to everybody, and what is not. */
@GatewayTest
class PortalTest {

    Client client;
    Surroundings surroundings;

    @Test
    void theFirstPageSpeaksBothLanguages() {
        Client.Answer page = client.get("/", null);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.response().body()).contains("接口文档", "the API, to browse", "/openapi.json");
    }

    @Test
    void theDocsNeedNoOtherHost() {
        assertThat(client.get("/docs", null).response().body()).doesNotContain("http://", "https://");
        assertThat(client.get("/docs", null).header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(client.get("/docs/start.js", null).response().body()).contains("/openapi.json");
        assertThat(client.get("/docs/swagger-ui.css", null).status()).isEqualTo(200);
        assertThat(client.get("/docs/swagger-ui-bundle.js", null).response().body())
                .contains("SwaggerUIBundle");
        assertThat(client.get("/webjars/swagger-ui/swagger-ui.css", null).status())
                .isEqualTo(404);
    }

    @Test
    void healthIsOpenAndSaysWhatIsUp() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Client.Answer health = client.get("/health", null);
            assertThat(health.status()).isEqualTo(200);
            assertThat(health.json().getString("status")).isEqualTo("up");
            assertThat(health.json().getJsonObject("parts").fieldNames())
                    .containsExactlyInAnyOrder("events", "indicators", "tasks", "risk");
        });
        assertThat(client.get("/q/health/ready", null).status()).isEqualTo(200);
    }

    @Test
    void whatIsDegradedAnswersAndWhatIsDownDoesNot() {
        StandInService indicators = surroundings.indicators();
        try {
            indicators.outbox("degraded", 0);
            awaitHealth(200, "degraded", "degraded");
            surroundings.risk().stop();
            awaitHealth(503, "down", "degraded");
            surroundings.risk().start();
            awaitHealth(200, "degraded", "degraded");
            indicators.ready(false);
            awaitHealth(503, "down", "down");
            indicators.ready(true);
            indicators.outbox("degraded", 1_000_000);
            awaitHealth(200, "up", "up");
        } finally {
            indicators.ready(true);
            indicators.outbox("well", 0);
        }
        awaitHealth(200, "up", "up");
    }

    private void awaitHealth(int status, String suite, String indicators) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Client.Answer health = client.get("/health", null);
            assertThat(health.json().getString("status")).isEqualTo(suite);
            assertThat(health.json().getJsonObject("parts").getString("indicators"))
                    .isEqualTo(indicators);
            assertThat(health.status()).isEqualTo(status);
        });
    }

    @Test
    void metricsNeedARole() {
        assertThat(client.get("/q/metrics", null).status()).isEqualTo(401);
        String officer = surroundings.issuer().token("d", List.of("district-officer"), List.of("441202"));
        assertThat(client.get("/q/metrics", officer).status()).isEqualTo(403);
        String integrator = surroundings
                .issuer()
                .token("i", List.of("integrator"), List.of(), claims -> claims.setClaim("scope", "operations:read"));
        Client.Answer metrics = client.get("/q/metrics", integrator);
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.response().body()).contains("finplan_gateway_requests_seconds_count");
    }
}
