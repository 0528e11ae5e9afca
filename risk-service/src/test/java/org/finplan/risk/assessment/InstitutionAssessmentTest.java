package org.finplan.risk.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Requests;
import org.finplan.platform.testing.TestEvents;
import org.finplan.risk.institution.SampleInstitution;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept of an institution's results, what is worked out when it is asked for, and what is told. */
@FinplanTest
class InstitutionAssessmentTest {

    @Inject
    Jdbi jdbi;

    private static void report(String uscc, String period, Object reserve, String reason) {
        Requests.as("city-officer")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "items",
                        List.of(Map.of(
                                "institution",
                                uscc,
                                "period",
                                period,
                                "reason",
                                reason,
                                "metrics",
                                Map.of("risk-reserve", reserve, "financing-factoring-balance", 1000)))))
                .post("/api/v1/institution-reports")
                .then()
                .statusCode(200);
    }

    private static Response assessments(Map<String, ?> parameters) {
        return Requests.as("auditor").queryParams(parameters).get("/api/v1/rule-assessments");
    }

    private int stored(String uscc) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(
                        handle -> handle.createQuery("SELECT count(*) FROM rule_assessment WHERE institution = :uscc")
                                .bind("uscc", uscc)
                                .mapTo(Integer.class)
                                .one()));
    }

    @Test
    @Tag("R02")
    void whatIsClearIsNotStoredAndIsAnsweredAllTheSame() {
        String uscc = SampleInstitution.registered("factoring", "441202");
        report(uscc, "2025-01", 50, "sample");
        assertThat(stored(uscc)).isZero();
        assessments(Map.of("institution", uscc, "rule", "FA-04", "period", "2025-01"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].verdict", equalTo("clear"), "items[0].value", equalTo(5))
                .body("items[0].limit", equalTo(1), "items[0].ruleVersion", equalTo(1))
                .body("items[0].ruleSet", greaterThan(0), "items[0].reason.en", notNullValue());
        report(uscc, "2025-02", 1, "sample");
        assertThat(stored(uscc)).isEqualTo(1);
        report(uscc, "2025-02", 50, "演示样本：更正");
        assertThat(stored(uscc)).isEqualTo(1);
        assessments(Map.of("institution", uscc, "rule", "FA-04", "state", "clear"))
                .then()
                .body("items", hasSize(2));
    }

    @Test
    @Tag("R10")
    void aFindingKeepsByWhichVersionOfTheGroupItWasFound() {
        String uscc = SampleInstitution.registered("factoring", "441202");
        report(uscc, "2025-01", 1, "sample");
        assessments(Map.of("institution", uscc, "rule", "FA-04", "period", "2025-01"))
                .then()
                .body("items[0].verdict", equalTo("breached"), "items[0].groupVersion", nullValue());
        Requests.as("city-officer")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "institution",
                        uscc,
                        "holder",
                        Map.of("kind", "person", "name", "演示样本"),
                        "nature",
                        "shares",
                        "share",
                        60,
                        "from",
                        "2024-01-01",
                        "source",
                        Map.of("title", "演示样本")))
                .post("/api/v1/ownership-links")
                .then()
                .statusCode(201);
        int version = Requests.as("auditor")
                .get("/api/v1/institutions/" + uscc + "/group?on=2025-02-28")
                .then()
                .statusCode(200)
                .extract()
                .path("version");
        report(uscc, "2025-02", 1, "sample");
        assessments(Map.of("institution", uscc, "rule", "FA-04", "period", "2025-02"))
                .then()
                .body("items[0].groupVersion", equalTo(version));
    }

    @Test
    void pagesOfAnInstitutionHoldEachResultOnce() {
        String uscc = SampleInstitution.registered("factoring", "441202");
        report(uscc, "2025-01", 50, "sample");
        report(uscc, "2025-02", 1, "sample");
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = Requests.as("auditor").header("Prefer", "count=exact").queryParam("institution", uscc);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.queryParam("limit", 7)
                    .get("/api/v1/rule-assessments")
                    .then()
                    .statusCode(200)
                    .body("items.institution", everyItem(equalTo(uscc)))
                    .extract()
                    .jsonPath();
            List<Map<String, Object>> items = page.getList("items");
            items.forEach(
                    item -> seen.add(item.get("rule") + " " + item.get("counterpart") + " " + item.get("period")));
            assertThat(page.getInt("total")).isGreaterThan(10);
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThan(10);
        Requests.as("district-441203")
                .queryParam("institution", uscc)
                .get("/api/v1/rule-assessments")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void aSignalIsToldWhenAFindingBeginsToWarnOrGetsGraverAndNeverTwice() {
        String uscc = SampleInstitution.registered("factoring", "441202");
        report(uscc, "2025-01", 9, "sample");
        report(uscc, "2025-01", 9, "sample");
        report(uscc, "2025-02", 50, "sample");
        report(uscc, "2025-01", 1, "演示样本：更正");
        List<JsonNode> signals = TestEvents.await("risk.events", "institution/" + uscc, 5).stream()
                .filter(event -> event.type().equals("org.finplan.risk.signal.detected.v1"))
                .map(TestEvents.Received::data)
                .toList();
        assertThat(signals.stream()
                        .map(signal -> signal.path("rule").asText() + " "
                                + signal.path("period").asText() + " "
                                + signal.path("verdict").asText() + " "
                                + signal.path("level").asText() + " "
                                + signal.path("value").decimalValue() + " "
                                + signal.path("limit").decimalValue() + " "
                                + signal.path("sourceStatus").asText()))
                .containsExactly(
                        "FA-04 2025-01 breached yellow 0.9 1 confirmed", "FA-04 2025-01 breached red 0.1 1 confirmed");
    }
}
