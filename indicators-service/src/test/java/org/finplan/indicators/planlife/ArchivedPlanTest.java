package org.finplan.indicators.planlife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.junit.jupiter.api.Test;

/** A sample plan of 2016 to 2020 (样例) is evaluated, archived, and closed to writing; nothing else is. */
@FinplanTest
class ArchivedPlanTest {

    private static final String PLAN = "/api/v1/plans/sample-ended-plan";
    private static final String REASON = "{\"reason\":\"演示样本：终期评估已完成 (sample)\"}";
    private static final String FIGURE = "{\"items\":[{\"indicator\":\"%s\",\"region\":\"%s\",\"period\":\"%s\","
            + "\"value\":40,\"unit\":\"ENTERPRISE\"}]}";
    private static final String TARGET = "{\"plan\":\"sample-ended-plan\",\"indicator\":\"sample-old-lenders\","
            + "\"region\":\"OLD-EAST\",\"year\":2020,\"comparator\":\"le\",\"value\":%s,\"unit\":\"ENTERPRISE\","
            + "\"reason\":\"演示样本 sample\"}";

    private static RequestSpecification as(String user) {
        return asBoundTo(user, "441200", "OLD-CITY", "SAMPLE-CITY");
    }

    @Test
    void aPlanIsLedOnStepByStepAndThenReadOnly() {
        String target = as("city-officer")
                .body(TARGET.formatted("20"))
                .post("/api/v1/targets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        report("sample-old-lenders", "OLD-CITY", "2019").then().statusCode(200);
        refusals();
        String past = bringAlong();
        String waiting = stage();

        evaluateAndArchive(waiting);

        as("city-admin")
                .body("{\"title\":\"演示样本 sample\",\"releaseAt\":\"2999-01-01T00:00:00Z\","
                        + "\"reason\":\"correction\"}")
                .post("/api/v1/releases/" + past + ":restore")
                .then()
                .spec(Problems.at(409, "plan-archived", "path:id"));
        as("city-officer")
                .body(FIGURE.formatted("sample-old-lenders", "OLD-CITY", "2018")
                        .replace("{\"items", "{\"release\":\"" + announce() + "\",\"items"))
                .post("/api/v1/observations")
                .then()
                .spec(Problems.of(409, "plan-archived"));

        report("sample-old-lenders", "OLD-CITY", "2018")
                .then()
                .spec(Problems.at(409, "plan-archived", "/items/0/indicator"));
        as("city-officer")
                .body(FIGURE.formatted("sample-old-lenders", "OLD-CITY", "2018"))
                .post("/api/v1/observations?mode=partial")
                .then()
                .statusCode(200)
                .body("counts.rejected", equalTo(1))
                .body("errors.code", hasItem("plan-archived"));
        as("city-officer")
                .body(TARGET.replace("2020", "2019").formatted("20"))
                .post("/api/v1/targets")
                .then()
                .spec(Problems.of(409, "plan-archived"))
                .body("detail", containsString("自 20"));
        as("city-officer")
                .header("If-Match", "\"1\"")
                .body(TARGET.formatted("10"))
                .post("/api/v1/targets/" + target + ":revise")
                .then()
                .spec(Problems.of(409, "plan-archived"));
        as("city-officer")
                .header("If-Match", "\"1\"")
                .body("{\"units\":[{\"unit\":\"sample-gov\",\"value\":1}]}")
                .post("/api/v1/targets/" + target + ":break-down")
                .then()
                .spec(Problems.of(409, "plan-archived"));
        as("city-admin")
                .header("If-Match", "\"1\"")
                .body("{\"title\":\"样例\",\"reason\":\"样例\",\"targets\":[" + TARGET.formatted("10") + "]}")
                .post(PLAN + "/versions")
                .then()
                .spec(Problems.of(409, "plan-archived"));

        as("city-officer")
                .get("/api/v1/attainment?plan=sample-ended-plan&period=2019")
                .then()
                .statusCode(200)
                .body("items[0].state", notNullValue());
        report("sample-bad-debtors", "SAMPLE-EAST", "2026").then().statusCode(200);
        assertThat(TestEvents.await("indicators.events", event -> event.key().equals("plan/sample-ended-plan"), 2))
                .extracting(event -> event.data().get("stage").textValue())
                .containsExactly("evaluated", "archived");
    }

    private void refusals() {
        RestAssured.given().post(PLAN + ":evaluate").then().spec(Problems.of(401, "unauthenticated"));
        with("city-officer", "\"x\"")
                .body(REASON)
                .post(PLAN + ":evaluate")
                .then()
                .spec(Problems.of(403, "forbidden"));
        with("city-admin", "\"x\"")
                .body(REASON)
                .post("/api/v1/plans/none:evaluate")
                .then()
                .spec(Problems.of(404, "not-found"));
        as("city-admin").body(REASON).post(PLAN + ":evaluate").then().spec(Problems.of(428, "precondition-required"));
        with("city-admin", "\"x\"")
                .body(REASON)
                .post(PLAN + ":evaluate")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        with("city-admin", tag(PLAN))
                .body("{\"reason\":\" \"}")
                .post(PLAN + ":evaluate")
                .then()
                .spec(Problems.at(422, "reason-missing", "/reason"));
        with("city-admin", tag(PLAN))
                .body(REASON)
                .post(PLAN + ":archive")
                .then()
                .spec(Problems.of(409, "plan-step-not-possible"))
                .body("detail", containsString("evaluated"));
        String other = "/api/v1/plans/sample-plan";
        with("city-admin", tag(other))
                .body(REASON)
                .post(other + ":evaluate")
                .then()
                .spec(Problems.of(409, "plan-step-not-possible"))
                .body("detail", containsString("in-force"));
    }

    private static String bringAlong() {
        return as("city-admin")
                .body(FIGURE.formatted("sample-old-lenders", "OLD-CITY", "2016")
                        .replace(
                                "{\"items",
                                "{\"title\":\"演示样本 sample\",\"releasedAt\":\"2017-01-01T00:00:00Z\","
                                        + "\"audience\":\"internal\",\"vouchedBy\":\"sample\","
                                        + "\"source\":{\"title\":\"演示样本 sample\"},\"items"))
                .post("/api/v1/releases:import")
                .then()
                .statusCode(200)
                .extract()
                .path("release");
    }

    private static String announce() {
        return as("city-officer")
                .body("{\"title\":\"演示样本 sample\",\"releaseAt\":\"2999-01-01T00:00:00Z\","
                        + "\"audience\":\"internal\"}")
                .post("/api/v1/releases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String stage() {
        String release = announce();
        as("city-officer")
                .body(FIGURE.formatted("sample-old-lenders", "OLD-CITY", "2017")
                        .replace("{\"items", "{\"release\":\"" + release + "\",\"items"))
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
        return release;
    }

    private void evaluateAndArchive(String waiting) {
        String ended = tag(PLAN);
        with("city-admin", ended)
                .body(REASON)
                .post(PLAN + ":evaluate")
                .then()
                .statusCode(200)
                .body("life.stage", equalTo("evaluated"))
                .body("life.steps[2].reason", containsString("演示样本"));
        assertThat(tag(PLAN)).isNotEqualTo(ended);
        String release = "/api/v1/releases/" + waiting;
        with("city-admin", tag(PLAN))
                .body(REASON)
                .post(PLAN + ":archive")
                .then()
                .spec(Problems.at(409, "figures-wait", release));
        with("city-officer", as("city-officer").get(release).header("ETag"))
                .post(release + ":cancel")
                .then()
                .statusCode(200);
        with("city-admin", tag(PLAN))
                .body(REASON)
                .post(PLAN + ":archive")
                .then()
                .statusCode(200);
        as("city-officer")
                .get(PLAN)
                .then()
                .body("life.stage", equalTo("archived"))
                .body("life.steps.stage", equalTo(List.of("in-force", "ended", "evaluated", "archived")))
                .body("life.steps[3].decidedBy", notNullValue());
        with("city-admin", tag(PLAN))
                .body(REASON)
                .post(PLAN + ":archive")
                .then()
                .spec(Problems.of(409, "plan-step-not-possible"));
    }

    private static Response report(String indicator, String region, String year) {
        return as("city-officer")
                .body(FIGURE.formatted(indicator, region, year))
                .post("/api/v1/observations");
    }

    private static RequestSpecification with(String role, String tag) {
        return as(role).header("If-Match", tag);
    }

    private static String tag(String plan) {
        return as("city-officer").get(plan).header("ETag");
    }
}
