package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.finplan.platform.devstack.client.GatewayClient;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs are killed at any moment: what was acknowledged stays, and what follows from it follows once. */
@Order(5)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(SharedSuite.class)
class FaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REGION = "441223";

    @Test
    @Order(1)
    void noAcknowledgedFigureLosesItsEventWhoeverIsKilled(Suite suite) {
        Reporting reporting = new Reporting(suite, REGION);
        try (reporting) {
            for (String victim : List.of("risk", "indicators", "kafka", "tasks", "postgres", "gateway")) {
                reporting.awaitAcknowledged(3);
                suite.kill(victim);
                reporting.awaitAcknowledged(3);
            }
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(suite.finplan("status").output()).doesNotContain("NOT READY"));
        Feed feed = new Feed(suite.client());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(distinctValues(feed)).containsAll(reporting.acknowledged()));
        feed.assertOrderPerAggregate();
    }

    private static List<String> distinctValues(Feed feed) {
        List<JsonNode> events = feed.readAll().stream()
                .filter(event -> event.path("type").asText().contains("observation.recorded"))
                .filter(event -> event.path("data").path("region").asText().equals(REGION))
                .toList();
        return events.stream()
                .map(event -> event.path("data").path("value").asText())
                .distinct()
                .toList();
    }

    @Test
    @Order(2)
    void theChainOfConsequencesWorksAfterwards(Suite suite) {
        Suite.Result told = suite.finplan("demo");
        assertThat(told.code()).as(told.output()).isZero();
    }

    @Test
    @Order(3)
    void aKilledLauncherTakesAllWithItAndTheDataComesBack(Suite suite) {
        GatewayClient client = suite.client();
        String series = "/api/v1/indicators/" + Reporting.INDICATOR + "/observations?vintages=all&region=" + REGION;
        JsonNode before = client.get("auditor", series).body();
        suite.kill("launcher");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        org.finplan.platform.devstack.process.PortReservation.isFree(suite.port()))
                .isTrue());
        assertThat(suite.finplan("status").output()).contains("no stack runs");
        suite.up();
        assertThat(suite.client().get("auditor", series).body()).isEqualTo(before);
    }
}
