package org.finplan.tasks.rollup;

import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A branch is rolled up as the city set it.
 *
 * <p>Requirement: T04, the progress of an area is given as counts by state, not as an invented percentage.
 */
@FinplanTest
class RollUpTest {

    private static final String ITEM = "t4.2.3.3";
    private static final String SECTION = "t4.2.3";
    private static final Map<String, Object> COUNTS = Map.of("mode", "counts");

    @Test
    @Tag("T04")
    void aBranchCountsItsLeavesUntilTheCitySetsWeights() {
        as("auditor")
                .get("/api/v1/tasks/" + ITEM)
                .then()
                .body("rollUp.mode", equalTo("counts"))
                .body("rollUp.version", equalTo(0))
                .body("rollUp.byStatus.done", equalTo(0))
                .body("rollUp.weighted", nullValue());
        String before = as("auditor").get("/api/v1/tasks/" + ITEM).header("ETag");
        set("city-officer", ITEM, weights(Map.of(ITEM + ".m01", 3, ITEM + ".m02", 1)))
                .statusCode(200)
                .body("version", equalTo(1))
                .body("setBy", equalTo("city-officer"))
                .body("weights.task", contains(ITEM + ".m01", ITEM + ".m02"));
        as("auditor")
                .header("If-None-Match", before)
                .get("/api/v1/tasks/" + ITEM)
                .then()
                .statusCode(200)
                .body("rollUp.weighted.share", equalTo(0.0f))
                .body("rollUp.weighted.of", equalTo(4))
                .body("rollUp.weighted.withoutWeight", hasItem(ITEM + ".m03"));
        done(ITEM + ".m01");
        as("auditor")
                .get("/api/v1/tasks?parent=" + SECTION)
                .then()
                .body("items.find { it.id == '" + ITEM + "' }.rollUp.weighted.share", equalTo(0.75f))
                .body("items.find { it.id == '" + ITEM + "' }.rollUp.weighted.done", equalTo(3.0f))
                .body("items.find { it.id == '" + ITEM + "' }.rollUp.weighted.parts.share", contains(1.0f, 0.0f))
                .body("items.find { it.id == 't4.2.3.1' }.rollUp.mode", equalTo("counts"));

        set("city-admin", SECTION, weights(Map.of(ITEM, 2, "t4.2.3.1", 1))).statusCode(200);
        as("auditor")
                .get("/api/v1/tasks/" + SECTION)
                .then()
                .body("rollUp.weighted.share", equalTo(0.75f))
                .body("rollUp.weighted.of", equalTo(2))
                .body("rollUp.weighted.withoutShare", contains("t4.2.3.1"))
                .body("counts.byStatus.done", equalTo(1));
        set("city-admin", SECTION, Map.of("mode", "none")).statusCode(200).body("weights", hasSize(0));
        as("auditor")
                .get("/api/v1/tasks/" + SECTION)
                .then()
                .body("rollUp.mode", equalTo("none"))
                .body("rollUp.byStatus", nullValue());
    }

    @Test
    @Tag("T04")
    void onlyTheCitySetsItAndNobodyOverwritesWhatTheyHaveNotSeen() {
        String path = "/api/v1/tasks/t4.3.2.2/roll-up";
        String tag =
                as("district-441202").get(path).then().statusCode(200).extract().header("ETag");
        RestAssured.given().get(path).then().statusCode(401);
        as("district-441202")
                .header("If-Match", tag)
                .body(COUNTS)
                .put(path)
                .then()
                .spec(Problems.of(403, "forbidden"));
        asBoundTo("city-officer", "441202")
                .header("If-Match", tag)
                .body(COUNTS)
                .put(path)
                .then()
                .spec(Problems.of(403, "region-not-in-scope"));
        as("city-officer").body(COUNTS).put(path).then().spec(Problems.of(428, "precondition-required"));
        as("city-officer").header("If-Match", tag).body(COUNTS).put(path).then().statusCode(200);
        as("city-officer")
                .header("If-Match", tag)
                .body(COUNTS)
                .put(path)
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        as("city-officer").get("/api/v1/tasks/t9.9/roll-up").then().spec(Problems.of(404, "task-not-found"));
        as("auditor").get("/api/v1/audit?limit=500").then().body("items.action", hasItem("task.set-roll-up"));
    }

    @Test
    @Tag("T04")
    void wrongWeightsAreRefusedWithTheirPlace() {
        String item = "t4.3.2.3";
        as("city-officer")
                .get("/api/v1/tasks/" + item + ".m01/roll-up")
                .then()
                .spec(Problems.of(422, "roll-up-of-a-leaf"));
        set("city-officer", item, Map.of("mode", "weights"))
                .spec(Problems.at(422, "roll-up-weights-missing", "/weights"));
        set(
                        "city-officer",
                        item,
                        Map.of("mode", "none", "weights", List.of(Map.of("task", item + ".m01", "weight", 1))))
                .spec(Problems.at(422, "roll-up-weights-not-used", "/weights"));
        set("city-officer", item, weights(Map.of("t4.3.2.2.m01", 1)))
                .spec(Problems.at(422, "roll-up-weight-not-below", "/weights/0/task"))
                .body("errors[0].accepted", hasItem(item + ".m01"));
        Map<String, Object> one = Map.of("task", item + ".m01", "weight", 1);
        set("city-officer", item, Map.of("mode", "weights", "weights", List.of(one, one)))
                .spec(Problems.at(422, "roll-up-weight-twice", "/weights/1/task"));
        set("city-officer", item, weights(Map.of(item + ".m01", 0)))
                .spec(Problems.at(400, "invalid-body", "/weights/0/weight"));
        set("city-officer", item, weights(Map.of(item + ".m01", 1.00001)))
                .spec(Problems.at(400, "invalid-body", "/weights/0/weight"));
        set("city-officer", item, Map.of("mode", "average")).statusCode(400);
        as("auditor")
                .get("/api/v1/tasks/" + item + "/roll-up")
                .then()
                .body("version", equalTo(0))
                .body("mode", equalTo("counts"));
    }

    private static Map<String, Object> weights(Map<String, Number> weights) {
        return Map.of(
                "mode",
                "weights",
                "weights",
                weights.entrySet().stream()
                        .map(entry -> Map.of("task", entry.getKey(), "weight", entry.getValue()))
                        .toList());
    }

    private static ValidatableResponse set(String user, String branch, Map<String, ?> body) {
        String path = "/api/v1/tasks/" + branch + "/roll-up";
        return as(user).header("If-Match", as(user).get(path).header("ETag"))
                .body(body)
                .put(path)
                .then();
    }

    private static void done(String leaf) {
        String location = as("city-officer")
                .body(Map.of("status", "done", "reportedFor", "2024-12-31", "note", "演示样本 sample"))
                .post("/api/v1/tasks/" + leaf + "/progress-reports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/api/v1/progress-reports/" + location;
        as("city-admin")
                .header("If-Match", as("city-admin").get(path).header("ETag"))
                .body("{}")
                .post(path + ":verify")
                .then()
                .statusCode(200);
    }
}
