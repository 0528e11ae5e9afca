package org.finplan.risk.npl;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.Feed;
import org.finplan.risk.SampleEvents;
import org.finplan.risk.rule.NplRatioAboveProvince;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rule that judges by the plan waits as the rule book says. */
@FinplanTest
class PlanRulePolicyTest {

    private static final String CODE = NplRatioAboveProvince.CODE;
    private static final String REGION = "441284";

    @Inject
    Feed feed;

    @Inject
    Jdbi jdbi;

    @Inject
    RegionTree regions;

    /** Other tests expect the version that is shipped. */
    @AfterEach
    void asShipped() {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "UPDATE rule_version SET state = 'retired', retired_at = now() WHERE code = ? AND version > 1",
                    CODE);
            handle.execute(
                    "UPDATE rule_version SET state = 'published', retired_at = NULL WHERE code = ? AND version = 1",
                    CODE);
            handle.execute("INSERT INTO rule_set (members, changed_by, made_at) VALUES ('{}', 'sample', now())");
        });
    }

    @Test
    void pendingAndHoldCount() {
        publish("{\"pending\": 2, \"hold\": 2}");
        feed.take(SampleEvents.nplRatio("440000", "2023-03-31", "1.00", 1));
        feed.take(SampleEvents.nplRatio("440000", "2023-06-30", "1.00", 1));
        feed.take(SampleEvents.nplRatio("440000", "2023-09-30", "1.00", 1));
        feed.take(SampleEvents.nplRatio("440000", "2023-11-30", "1.00", 1));
        feed.take(SampleEvents.nplRatio(REGION, "2023-03-31", "1.10", 1));
        alerts().body("items", hasSize(0));
        feed.take(SampleEvents.nplRatio(REGION, "2023-06-30", "1.20", 1));
        alerts().body("items.state", contains("raised"));
        feed.take(SampleEvents.nplRatio(REGION, "2023-09-30", "0.90", 1));
        alerts().body("items.state", contains("raised"), "items.warning", contains("held"));
        feed.take(SampleEvents.nplRatio(REGION, "2023-11-30", "0.80", 1));
        alerts().body("items.state", contains("closed"));
    }

    private void publish(String parameters) {
        String[] cities = regions.cities().toArray(String[]::new);
        Requests.asBoundTo("risk-officer", cities)
                .body("""
                        {"code": "%s", "kinds": ["region"], "name": {"zh": "演示样本规则", "en": "Sample rule"},
                         "regulation": "演示样本文件", "sourceStatus": "confirmed", "authority": "local-bureau", "signal": "plan",
                         "steps": [{"from": 1, "level": "orange"}], "parameters": %s}""".formatted(CODE, parameters))
                .post("/api/v1/rules")
                .then()
                .statusCode(201);
        for (String step : new String[] {"test", "shadow", "publish"}) {
            Requests.asBoundTo(step.equals("publish") ? "city-admin" : "risk-officer", cities)
                    .body("{}")
                    .post("/api/v1/rules/" + CODE + ":" + step)
                    .then()
                    .statusCode(200);
        }
    }

    private static ValidatableResponse alerts() {
        return Requests.as("risk-officer")
                .queryParams(Map.of("rule", CODE, "region", REGION))
                .get("/api/v1/alerts")
                .then()
                .statusCode(200);
    }
}
