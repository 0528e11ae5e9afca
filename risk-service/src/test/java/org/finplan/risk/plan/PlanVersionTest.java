package org.finplan.risk.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.PlanStageChanged;
import org.finplan.platform.plan.table.PlanFiles;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.PublishedPlan;
import org.finplan.platform.testing.TestEvents;
import org.junit.jupiter.api.Test;

/** Versions of a plan package that come by events while the service runs. */
@FinplanTest
class PlanVersionTest {

    private static final String CODE = "sample-risk-a";

    private final PublishedPlan plan = new PublishedPlan(CODE);
    private final String city = plan.region("CITY");
    private long sequence;

    @Test
    void namesFollowAVersionAndTheAlertOfARetiredIndicatorStandsAsItWas() {
        asBoundTo("city-officer", city)
                .get("/api/v1/alerts?region=" + city)
                .then()
                .spec(Problems.of(400, "invalid-parameter"));
        PlanFiles first = plan.files(text -> text);
        plan.publish(1, first);
        assertThat(plan.answers("risk.events", 1).get(0).data().path("prepared").asBoolean())
                .isTrue();
        plan.enforce(1, first);
        await().untilAsserted(() -> asBoundTo("city-officer", city)
                .get("/api/v1/alerts?region=" + city)
                .then()
                .statusCode(200));
        judged(AttainmentState.BEHIND, "80", 1);
        await().untilAsserted(() -> alerts().body("items[0].state", equalTo("raised")));
        alerts().body("items[0].retired", nullValue());

        PlanFiles second = plan.files(text -> text.replace("sample-loans", "sample-loans-new"));
        plan.publish(2, second);
        plan.answers("risk.events", 2);
        plan.enforce(2, second);

        await().untilAsserted(() -> alerts().body("items[0].retired", equalTo(true)));
        judged(AttainmentState.ON_COURSE, "120", 2);
        // Of another indicator of the plan, so that the one before it was read.
        judged("sample-share", AttainmentState.BEHIND, "20", 1);
        await().untilAsserted(() -> asBoundTo("city-officer", city)
                .get("/api/v1/alerts?indicator=sample-share&region=" + city)
                .then()
                .body("items.size()", equalTo(1)));
        alerts().body("items[0].state", equalTo("raised")).body("items[0].causeGone", equalTo(false));
        anArchivedPlanTakesNoMovesOfItsAlerts();
    }

    private void anArchivedPlanTakesNoMovesOfItsAlerts() {
        RequestSpecification officer = asBoundTo("risk-officer", city);
        Response before = officer.get("/api/v1/alerts?indicator=sample-share&region=" + city);
        before.then().body("items[0].allowedActions", hasItem("acknowledge"));
        String alert = "/api/v1/alerts/" + before.path("items[0].id");
        PlanStageChanged archived = new PlanStageChanged(
                CODE,
                new LocalizedText("演示样本", "Sample"),
                "evaluated",
                "archived",
                "演示样本 sample",
                "sample-admin",
                Instant.parse("2031-05-31T16:00:00Z"));
        TestEvents.publish(archived, "plan/" + CODE, 1, city);
        await().untilAsserted(() -> asBoundTo("risk-officer", city)
                .get(alert)
                .then()
                .body("allowedActions", empty())
                .body("blockedActions.reason.en", everyItem(containsString("archived since 2031-06-01"))));
        asBoundTo("risk-officer", city)
                .header("If-Match", "*")
                .body("{}")
                .post(alert + ":acknowledge")
                .then()
                .spec(Problems.of(409, "plan-archived"));
        asBoundTo("risk-officer", city)
                .body("{\"text\":\"演示样本 sample\"}")
                .post(alert + "/notes")
                .then()
                .spec(Problems.of(409, "plan-archived"));
        asBoundTo("risk-officer", city).get(alert).then().body("state", equalTo("raised"));
    }

    private ValidatableResponse alerts() {
        return asBoundTo("city-officer", city)
                .get("/api/v1/alerts?indicator=sample-loans&region=" + city)
                .then()
                .statusCode(200);
    }

    private void judged(AttainmentState state, String actual, int version) {
        judged("sample-loans", state, actual, version);
    }

    /** All under one aggregate, so that they are read in their order. */
    private void judged(String indicator, AttainmentState state, String actual, int version) {
        sequence++;
        BigDecimal value = new BigDecimal(actual);
        BigDecimal expected = new BigDecimal("100");
        AttainmentChanged data = new AttainmentChanged(
                CODE,
                indicator,
                new LocalizedText("样例指标", "Sample indicator"),
                city,
                new LocalizedText("样例地区", "Sample region"),
                "2026",
                null,
                state,
                value,
                expected,
                value.subtract(expected),
                new BigDecimal("150"),
                "ge",
                "CNY_100M",
                "ch3.t1",
                UUID.randomUUID(),
                version,
                "attainment-1",
                Instant.now(),
                null,
                null);
        TestEvents.publish(data, "attainment/" + CODE, sequence, city);
    }
}
