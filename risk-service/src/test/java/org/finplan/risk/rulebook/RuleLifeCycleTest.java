package org.finplan.risk.rulebook;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.institution.SampleInstitution;
import org.junit.jupiter.api.Test;

/** A rule from its draft to its end, and what is refused on the way. */
@FinplanTest
class RuleLifeCycleTest {

    private static final String RULES = "/api/v1/rules";

    @Inject
    RegionTree regions;

    /** Rules bind every city that the program serves. */
    private RequestSpecification as(String user) {
        return Requests.asBoundTo(user, regions.cities().toArray(String[]::new));
    }

    private Response write(String user, String code, String limits) {
        return as(user).body("""
                        {"code": "%s", "kinds": ["trust"], "name": {"zh": "演示样本规则", "en": "Sample rule"},
                         "regulation": "演示样本文件", "sourceStatus": "confirmed", "authority": "local-bureau",
                         "signal": "limit", "numerator": "total-liabilities", "denominator": "net-assets", "unit": "TIMES",
                         "comparator": "at-most", "limits": %s}""".formatted(code, limits)).post(RULES);
    }

    private Response move(String user, String code, String step) {
        return as(user).body("{\"reason\": \"演示样本\"}").post(RULES + "/" + code + ":" + step);
    }

    @Test
    void theStatutoryRulesOfAKindAreListedWithTheirSources() {
        Requests.as("district-441202")
                .queryParam("kind", "microloan")
                .get(RULES)
                .then()
                .statusCode(200)
                .body("items.code", hasItems("ML-01", "ML-11"))
                .body("items.code", not(hasItem("FG-01")))
                .body("items.kind", everyItem(equalTo("microloan")))
                .body("items.state", everyItem(equalTo("published")))
                .body(
                        "items.find { it.code == 'ML-01' }.metric",
                        equalTo("largest-single-borrower-loan-balance / net-assets"))
                .body("items.find { it.code == 'ML-01' }.comparator", equalTo("at-most"))
                .body("items.find { it.code == 'ML-01' }.limit", equalTo(10))
                .body("items.find { it.code == 'ML-01' }.sourceStatus", equalTo("secondary"))
                .body("items.find { it.code == 'ML-01' }.authority", equalTo("local-bureau"));
        Requests.as("auditor")
                .queryParam("kind", "circus")
                .get(RULES)
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?kind"));
    }

    @Test
    void aRuleGoesFromDraftToPublishedOneStepAtATimeAndItsNextVersionReplacesIt() {
        String code = "sample-life-cycle";
        write("risk-officer", code, "[{\"value\": 5}]")
                .then()
                .statusCode(201)
                .body("version", equalTo(1), "state", equalTo("draft"));
        write("risk-officer", code, "[{\"value\": 6}]")
                .then()
                .spec(Problems.at(409, "rule-action-not-allowed", "/code"));
        move("risk-officer", code, "shadow").then().spec(Problems.of(409, "rule-action-not-allowed"));
        move("risk-officer", code, "test").then().statusCode(200).body("state", equalTo("tested"));
        move("city-admin", code, "publish").then().spec(Problems.of(409, "rule-action-not-allowed"));
        move("risk-officer", code, "shadow").then().statusCode(200).body("state", equalTo("shadow"));
        move("risk-officer", code, "publish").then().statusCode(403);
        move("city-admin", code, "publish").then().statusCode(200).body("state", equalTo("published"));
        write("risk-officer", code, "[{\"value\": 4}]").then().statusCode(201).body("version", equalTo(2));
        Requests.as("auditor")
                .get(RULES + "/" + code + "/comparison")
                .then()
                .statusCode(200)
                .body("published", equalTo(1), "candidate", equalTo(2), "state", equalTo("draft"));
        move("risk-officer", code, "test").then().statusCode(200);
        move("risk-officer", code, "shadow").then().statusCode(200);
        move("city-admin", code, "publish").then().statusCode(200).body("version", equalTo(2), "limit", equalTo(4));
        Requests.as("auditor")
                .queryParam("state", "retired")
                .get(RULES)
                .then()
                .body("items.findAll { it.code == '" + code + "' }.version", hasItem(1));
        move("city-admin", code, "retire").then().statusCode(200).body("state", equalTo("retired"));
        move("city-admin", code, "retire").then().spec(Problems.of(409, "rule-action-not-allowed"));
        move("city-admin", "no-rule", "publish").then().spec(Problems.at(404, "not-found", "path:code"));
    }

    @Test
    void whatIsNoRuleIsRefusedWithItsPlace() {
        write("risk-officer", "sample-refused", "[{\"value\": -5}]")
                .then()
                .spec(Problems.at(422, "rule-invalid", "/limits/0/value"));
        write(
                        "risk-officer",
                        "sample-refused",
                        "[{\"value\": 5}], \"bands\": [{\"level\": \"blue\", \"from\": 0.5, \"to\": 0.9},"
                                + " {\"level\": \"yellow\", \"from\": 1}]")
                .then()
                .spec(Problems.at(422, "bands-invalid", "/bands/1/from"));
        write(
                        "risk-officer",
                        "sample-refused",
                        "[{\"value\": 5}], \"right\": null, \"when\": [{\"numerator\": \"no-metric\","
                                + " \"comparator\": \"at-most\", \"limit\": 1}]")
                .then()
                .spec(Problems.at(422, "formula-invalid", "/when/0/numerator"));
        write("district-441202", "sample-refused", "[{\"value\": 5}]").then().statusCode(403);
        Requests.as("city-admin").post(RULES + "/ML-01:test").then().spec(Problems.of(403, "forbidden"));
    }

    @Test
    void aLocalLimitIsOnlyStricter() {
        String body = "{\"rule\": \"FL-02\", \"limit\": %s, \"from\": \"2026-01-01\", \"authority\": \"演示样本机关\"}";
        Requests.as("city-admin")
                .body(body.formatted("9"))
                .post("/api/v1/rule-overrides")
                .then()
                .spec(Problems.at(422, "override-looser", "/limit"))
                .body("errors[0].accepted", hasItem("≤ 8"));
        Requests.as("city-admin")
                .body(body.formatted("6"))
                .post("/api/v1/rule-overrides")
                .then()
                .statusCode(201)
                .body("region", equalTo("441200"), "limit", equalTo(6), "institution", equalTo(null));
        Requests.as("city-admin")
                .body(body.replace("FL-02", "no-rule").formatted("6"))
                .post("/api/v1/rule-overrides")
                .then()
                .spec(Problems.at(422, "unknown-rule", "/rule"))
                .body("errors[0].accepted.size()", equalTo(5));
        Requests.as("risk-officer")
                .body(body.formatted("6"))
                .post("/api/v1/rule-overrides")
                .then()
                .statusCode(403);
    }

    @Test
    void aLimitOfOneInstitutionBindsItAlone() {
        String bank = SampleInstitution.registered("rural_commercial_bank", "441202");
        String other = SampleInstitution.registered("rural_commercial_bank", "441202");
        override(bank, "BK-03", "150", "441202")
                .then()
                .statusCode(201)
                .body("institution", equalTo(bank), "region", equalTo("441202"));
        for (String uscc : List.of(bank, other)) {
            Requests.as("city-officer")
                    .body(Map.of(
                            "items",
                            List.of(Map.of(
                                    "institution",
                                    uscc,
                                    "period",
                                    "2026-03",
                                    "metrics",
                                    Map.of(
                                            "loan-loss-reserve",
                                            149,
                                            "substandard-loan-balance",
                                            100,
                                            "doubtful-loan-balance",
                                            0,
                                            "loss-loan-balance",
                                            0)))))
                    .post("/api/v1/institution-reports")
                    .then()
                    .statusCode(200);
        }
        judged(bank).body("items[0].verdict", equalTo("near"), "items[0].limit", equalTo(150));
        judged(bank).body("items[0].reason.zh", containsString("149%，不得低于 150%"));
        judged(other).body("items[0].limit", equalTo(120), "items[0].verdict", equalTo("clear"));

        override(bank, "BK-03", "110", null).then().spec(Problems.at(422, "override-looser", "/limit"));
        override(bank, "ML-01", "5", null).then().spec(Problems.at(422, "rule-invalid", "/institution"));
        override(bank, "BK-03", "150", "441203")
                .then()
                .spec(Problems.at(422, "rule-invalid", "/region"))
                .body("errors[0].accepted", hasItem("441202"));
        override("no-such-code", "BK-03", "150", null)
                .then()
                .spec(Problems.at(422, "unknown-institution", "/institution"));
    }

    private static Response override(String institution, String rule, String limit, String region) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "rule", rule, "limit", limit, "from", "2026-01-01", "authority", "演示样本机关", "institution", institution));
        if (region != null) {
            body.put("region", region);
        }
        return Requests.as("city-admin").body(body).post("/api/v1/rule-overrides");
    }

    private static ValidatableResponse judged(String bank) {
        return Requests.as("auditor")
                .queryParams(Map.of("institution", bank, "rule", "BK-03", "period", "2026-03"))
                .get("/api/v1/rule-assessments")
                .then()
                .statusCode(200);
    }
}
