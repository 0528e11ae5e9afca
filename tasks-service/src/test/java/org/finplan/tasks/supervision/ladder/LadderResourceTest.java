package org.finplan.tasks.supervision.ladder;

import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Test;

/** Ladders through HTTP: versions that are only added; what is registered keeps its own. */
@FinplanTest
class LadderResourceTest {

    private static final String PATH = "/api/v1/supervision-ladders";

    @Test
    void aCitySetsVersionsAndAMatterKeepsItsOwn() {
        RestAssured.given().get(PATH).then().statusCode(401);
        as("district-441202").get(PATH).then().statusCode(200).body("items.code", hasItems("standard", "two-daily"));
        as("city-officer").get(PATH + "/none").then().spec(Problems.of(404, "ladder-not-found"));
        as("city-officer")
                .body(ladder(List.of(step("a", "due", 1, "assigned"))))
                .post(PATH)
                .then()
                .spec(Problems.of(403, "forbidden"));
        as("city-admin")
                .body(ladder(List.of(step("a", "due", 1, "assigned"))))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("createdBy", equalTo("city-admin"));
        String id = registered();
        as("city-admin")
                .body(ladder(List.of(step("a", "due", 2, "assigned"), step("b", "moved", 1, "registered"))))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("version", equalTo(3));
        as("city-officer")
                .get("/api/v1/supervisions/" + id)
                .then()
                .body("ladder", equalTo("sample-versions"))
                .body("ladderVersion", equalTo(2));
        as("city-officer").get("/api/v1/supervisions/" + registered()).then().body("ladderVersion", equalTo(3));
        as("city-officer").get(PATH + "/sample-versions").then().body("items.version", contains(3, 2));
        as("city-officer")
                .get(PATH + "/standard")
                .then()
                .body("items.version", contains(1))
                .body("items[0].createdBy", nullValue());
        // Another city has its own.
        as("city-officer-SAMPLE-CITY").get(PATH + "/sample-versions").then().spec(Problems.of(404, "ladder-not-found"));
        as("city-officer-SAMPLE-CITY").get(PATH + "?city=441200").then().spec(Problems.of(404, "not-found"));
    }

    @Test
    void stepsThatContradictThemselvesAreNamed() {
        refused(
                "ladder-step-twice",
                "/steps/1/code",
                List.of(step("a", "due", 1, "assigned"), step("a", "due", 2, "assigned")));
        refused("ladder-step-contradicts", "/steps/0/workingDays", List.of(step("a", "moved", 0, "assigned")));
        refused("ladder-step-contradicts", "/steps/0/states/0", List.of(step("a", "due", 1, "answered")));
        refused("ladder-step-contradicts", "/steps/0/states/0", List.of(step("a", "moved", 1, "scored")));
    }

    private static void refused(String code, String pointer, List<Map<String, Object>> steps) {
        as("city-admin").body(ladder(steps)).post(PATH).then().spec(Problems.at(422, code, pointer));
    }

    private static String registered() {
        return as("city-officer")
                .body(Map.of("title", "演示样本", "unit", "441202", "cause", "演示样本", "ladder", "sample-versions"))
                .post("/api/v1/supervisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> ladder(List<Map<String, Object>> steps) {
        return Map.of(
                "code", "sample-versions", "nameZh", "演示样本", "nameEn", "sample", "workingDays", 10, "steps", steps);
    }

    private static Map<String, Object> step(String code, String anchor, int workingDays, String state) {
        return Map.of(
                "code",
                code,
                "anchor",
                anchor,
                "workingDays",
                workingDays,
                "states",
                List.of(state),
                "tell",
                List.of("unit"),
                "colour",
                "blue",
                "kind",
                "reminder");
    }
}
