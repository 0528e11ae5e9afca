package org.finplan.risk.rulebook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Requests;
import org.finplan.platform.testing.TestEvents;
import org.finplan.risk.institution.SampleInstitution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the report of an institution to what the rules say of it, and to its alerts. */
@FinplanTest
class RuleRunTest {

    @Inject
    RegionTree regions;

    private static void report(String uscc, String period, Map<String, Object> metrics) {
        Requests.as("city-officer")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("items", List.of(Map.of("institution", uscc, "period", period, "metrics", metrics))))
                .post("/api/v1/institution-reports")
                .then()
                .statusCode(200);
    }

    private static Response assessments(String uscc, String rule, String period) {
        return Requests.as("auditor")
                .queryParams(Map.of("institution", uscc, "rule", rule, "period", period))
                .get("/api/v1/rule-assessments");
    }

    private static Response alerts(String uscc) {
        return Requests.as("risk-officer").queryParam("institution", uscc).get("/api/v1/alerts");
    }

    @Test
    @Tag("R02")
    void aReportBeyondAConfirmedLimitMakesOneAlertAndTheSameReportNoSecondOne() {
        String uscc = SampleInstitution.registered("guarantee_commercial", "441202");
        Map<String, Object> beyond = Map.of("largest-single-client-liability-balance", 1001, "net-assets", 10000);
        report(uscc, "2025-06", beyond);
        report(uscc, "2025-06", beyond);
        alerts(uscc)
                .then()
                .statusCode(200)
                .body("items.rule", contains("FG-03"))
                .body("items[0].institution", equalTo(uscc), "items[0].region", equalTo("441202"))
                .body("items[0].level", equalTo("yellow"), "items[0].state", equalTo("raised"))
                .body("items[0].indicator", equalTo("largest-single-client-liability-balance / net-assets"))
                .body("items[0].evidence.actual", equalTo(10.01f), "items[0].evidence.expected", equalTo(10));
        assessments(uscc, "FG-03", "2025-06")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].verdict", equalTo("breached"), "items[0].ruleVersion", equalTo(1))
                .body("items[0].value", equalTo(10.01f), "items[0].limit", equalTo(10))
                .body("items[0].ruleSet", greaterThan(0), "items[0].reason.zh", notNullValue());
        assessments(uscc, "FG-04", "2025-06")
                .then()
                .body("items[0].verdict", equalTo("unknown"), "items[0].cause", equalTo("missing-metric"));
        String alert = alerts(uscc).jsonPath().getString("items[0].id");
        assertThat(TestEvents.await("risk.events", "alert/" + alert, 1)
                        .get(0)
                        .data()
                        .path("institution")
                        .asText())
                .isEqualTo(uscc);
    }

    @Test
    void anUnconfirmedLimitWarnsAndNoNetAssetsAreBeyondEveryLimit() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        report(uscc, "2025-06", Map.of("largest-single-borrower-loan-balance", 900, "net-assets", -1));
        assessments(uscc, "ML-01", "2025-06")
                .then()
                .body("items[0].verdict", equalTo("near"), "items[0].level", equalTo("yellow"))
                .body("items[0].value", equalTo(-1), "items[0].limit", equalTo(0), "items[0].unit", equalTo("CNY"));
        alerts(uscc).then().body("items.rule", hasItem("ML-01"), "items.level", not(hasItem("red")));
    }

    @Test
    void anAlertFollowsTheNewestPeriodAndEndsWhenItsCauseIsGone() {
        String uscc = SampleInstitution.registered("factoring", "441202");
        report(uscc, "2025-01", Map.of("risk-reserve", 1, "financing-factoring-balance", 1000));
        report(uscc, "2025-02", Map.of("risk-reserve", 1, "financing-factoring-balance", 1000));
        alerts(uscc).then().body("items.rule", contains("FA-04"), "items[0].level", equalTo("red"));
        report(uscc, "2025-03", Map.of("risk-reserve", 50, "financing-factoring-balance", 1000));
        alerts(uscc)
                .then()
                .body("items[0].state", equalTo("closed"), "items[0].closure.outcome", equalTo("cause-gone"));
    }

    @Test
    void aRunOverAllFindsTheSameAgainAndComparesPeers() {
        List<String> peers = List.of("1.2", "1.4", "1.1", "1.3", "1.2", "5.0").stream()
                .map(share -> {
                    String uscc = SampleInstitution.registered("microloan", "441203");
                    report(
                            uscc,
                            "2024-11",
                            Map.of(
                                    "loan-balance",
                                    1000,
                                    "substandard-loan-balance",
                                    share,
                                    "doubtful-loan-balance",
                                    0,
                                    "loss-loan-balance",
                                    0));
                    return uscc;
                })
                .toList();
        RuleRuns.done("risk-officer")
                .body("result.institutions", greaterThan(5), "result.results", greaterThan(5))
                .body("result.failures.size()", equalTo(0), "progress", equalTo(1f));
        assessments(peers.get(5), "bad-loans-far-from-peers", "2024-11")
                .then()
                .body("items[0].verdict", equalTo("near"));
        assessments(peers.get(0), "bad-loans-far-from-peers", "2024-11")
                .then()
                .body("items[0].verdict", equalTo("clear"));
        RuleRuns.done("risk-officer").body("result.changed", equalTo(0));
        Requests.as("auditor").get("/api/v1/rule-runs").then().statusCode(200).body("items.trigger", hasItems("asked"));
    }

    @Test
    void theComparisonSaysWhoWouldBeWarnedMore() {
        String uscc = SampleInstitution.registered("leasing", "441202");
        report(uscc, "2025-06", Map.of("leasing-assets", 65, "total-assets", 100));
        Requests.asBoundTo("risk-officer", regions.cities().toArray(String[]::new))
                .body("""
                        {"code": "FL-01", "kinds": ["leasing"], "name": {"zh": "演示样本规则", "en": "Sample rule"},
                         "regulation": "演示样本文件", "sourceStatus": "unconfirmed", "authority": "local-bureau", "signal": "limit",
                         "numerator": "leasing-assets", "denominator": "total-assets", "unit": "PCT",
                         "comparator": "at-least", "limits": [{"value": 70}]}""")
                .post("/api/v1/rules")
                .then()
                .statusCode(201);
        Requests.as("auditor")
                .get("/api/v1/rules/FL-01/comparison")
                .then()
                .statusCode(200)
                .body("warnedMore.find { it.institution == '" + uscc + "' }.after", equalTo("yellow"))
                .body("warnedMore.find { it.institution == '" + uscc + "' }.before", equalTo("blue"))
                .body("warnedLess", hasSize(0));
        Requests.asBoundTo("city-admin", regions.cities().toArray(String[]::new))
                .body("{\"reason\": \"演示样本\"}")
                .post("/api/v1/rules/FL-01:retire")
                .then()
                .statusCode(200);
        assessments(uscc, "FL-01", "2025-06").then().body("items[0].ruleVersion", equalTo(1));
    }

    @Test
    void whoDoesNotReportIsLateAndWarnedOf() {
        String uscc = SampleInstitution.registered("pawn", "441202");
        Requests.as("city-officer")
                .body(
                        "{\"mode\": \"periodic\", \"frequency\": \"month\", \"graceDays\": 10, \"since\": \"2025-01-01\"}")
                .put("/api/v1/institutions/" + uscc + "/report-sources/institution")
                .then()
                .statusCode(200);
        RuleRuns.done("risk-officer");
        alerts(uscc).then().body("items.rule", contains("report-late"), "items[0].evidence.unit", equalTo("DAY"));
    }
}
