package org.finplan.indicators.adjustment;

import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mid-term adjustments of a plan, on the sample plan so that other tests keep the figures of the real one. */
@FinplanTest
class PlanVersionTest {

    private static final String PATH = "/api/v1/plans/sample-plan/versions";

    @Test
    @Tag("I29")
    void anAdjustmentAddsAVersionAndLeavesTheFirstReadable() {
        as("auditor-SAMPLE-CITY")
                .get(PATH)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("items.version", contains(1));
        String changed = adjustment(target("250", "\"floor\""));
        as("city-admin-SAMPLE-CITY").body(changed).post(PATH).then().spec(Problems.of(428, "precondition-required"));
        as("city-admin-SAMPLE-CITY")
                .header("If-Match", "\"7\"")
                .body(changed)
                .post(PATH)
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        as("city-officer-SAMPLE-CITY")
                .header("If-Match", "\"1\"")
                .body(changed)
                .post(PATH)
                .then()
                .spec(Problems.of(403, "forbidden"));
        as("city-admin-SAMPLE-CITY")
                .header("If-Match", "\"1\"")
                .body(changed)
                .post(PATH)
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2));

        targets("").body("items.version", contains(2)).body("items.planVersion", contains(2));
        targets("&planVersion=1").body("items.version", contains(1)).body("items.value", contains(200));
        as("auditor-SAMPLE-CITY")
                .get("/api/v1/targets?plan=sample-plan&planVersion=9")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?planVersion"))
                .body("errors[0].accepted", contains("1..2"));
        as("auditor-SAMPLE-CITY")
                .get("/api/v1/attainment?plan=sample-plan&period=2026")
                .then()
                .statusCode(200)
                .body("items[0].target.planVersion", equalTo(2))
                .body("items[0].expected", equalTo(250))
                .body("items[0].original.target.planVersion", equalTo(1))
                .body("items[0].original.target.value", equalTo(200))
                .body("items[0].original.expected", equalTo(114.8698f));
        nothingOfAFaultyAdjustmentIsStored();
        as("city-admin-SAMPLE-CITY")
                .header("If-Match", "\"2\"")
                .body(adjustment(target("200", "\"compound\"")))
                .post(PATH)
                .then()
                .statusCode(201);
    }

    private void nothingOfAFaultyAdjustmentIsStored() {
        as("city-admin-SAMPLE-CITY")
                .header("If-Match", "\"2\"")
                .body(adjustment(target("260", "\"floor\"") + "," + target("270", "\"round\"")))
                .post(PATH)
                .then()
                .spec(Problems.at(422, "unknown-code", "/targets/1/path"))
                .body("errors[0].accepted", hasItem("custom"));
        as("city-admin-SAMPLE-CITY")
                .header("If-Match", "\"2\"")
                .body(adjustment(target("260", "\"floor\"") + "," + target("270", "\"floor\"")))
                .post(PATH)
                .then()
                .spec(Problems.at(422, "target-repeated", "/targets/1/indicator"));
        as("city-admin-SAMPLE-CITY")
                .header("If-Match", "\"2\"")
                .body("{\"targets\":[]}")
                .post(PATH)
                .then()
                .spec(Problems.at(422, "target-rejected", "/title"));
        as("city-admin-SAMPLE-CITY")
                .body("{}")
                .post("/api/v1/plans/none/versions")
                .then()
                .spec(Problems.of(404, "not-found"));
        as("auditor-SAMPLE-CITY").get(PATH).then().body("items", hasSize(2)).body("items[0].recordedAt", nullValue());
    }

    private static ValidatableResponse targets(String more) {
        return as("auditor-SAMPLE-CITY")
                .get("/api/v1/targets?plan=sample-plan&indicator=green-credit" + more)
                .then()
                .statusCode(200);
    }

    private static String adjustment(String targets) {
        return "{\"title\":\"演示样本：中期调整 (sample)\",\"reference\":\"sample 1\",\"reason\":\"mid-term\",\"targets\":["
                + targets + "]}";
    }

    private static String target(String value, String path) {
        return "{\"plan\":\"sample-plan\",\"indicator\":\"green-credit\",\"region\":\"SAMPLE-CITY\",\"year\":2030,"
                + "\"comparator\":\"ge\",\"value\":" + value + ",\"unit\":\"CNY_100M\",\"baseline\":{\"year\":2025,"
                + "\"value\":100},\"path\":" + path + "}";
    }
}
