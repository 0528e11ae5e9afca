package org.finplan.tasks.assignment;

import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.withToken;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Officers of units report on the tasks that their units answer for. Requirement T25, for units. */
@FinplanTest
class UnitOfficerTest {

    private static final String LEAF = "/api/v1/tasks/t5.5.1.m01";

    @Test
    @Tag("T25")
    void reportsOnWhatTheUnitLeadsOrAnswersForAndReviewsNothing() {
        as("city-officer")
                .header("If-Match", as("city-officer").get(LEAF).header("ETag"))
                .body("{\"lead\":\"unit-a\",\"responsible\":[\"unit-b\"],\"cooperating\":[\"unit-c\"]}")
                .post(LEAF + ":assign")
                .then()
                .statusCode(200);
        unit("unit-c").get(LEAF).then().statusCode(200).body("blockedActions.name", hasItem("report-progress"));
        report(unit("unit-c")).spec(Problems.of(403, "task-not-of-unit"));
        report(unit("unit-d")).spec(Problems.of(403, "task-not-of-unit"));
        unit("unit-b").get(LEAF).then().body("allowedActions", hasItem("report-progress"));
        report(unit("unit-b")).statusCode(201);
        String id = report(unit("unit-a"))
                .statusCode(201)
                .body("region", equalTo("441200"))
                .extract()
                .path("id");
        String path = "/api/v1/progress-reports/" + id;
        unit("unit-a").get(path).then().statusCode(200);
        unit("unit-a")
                .header("If-Match", "*")
                .body("{}")
                .post(path + ":verify")
                .then()
                .spec(Problems.of(403, "forbidden"));
        as("city-officer")
                .header("If-Match", as("city-officer").get(path).header("ETag"))
                .body("{}")
                .post(path + ":verify")
                .then()
                .statusCode(200)
                .body("reportedBy", equalTo("unit-a-officer"));
    }

    @Test
    @Tag("T25")
    void speaksForNoDistrict() {
        unit("unit-a")
                .body("{\"status\":\"done\",\"reportedFor\":\"2023-06-30\",\"note\":\"sample\",\"region\":\"441202\"}")
                .post(LEAF + "/progress-reports")
                .then()
                .spec(Problems.at(403, "region-not-in-scope", "/region"));
    }

    private static ValidatableResponse report(RequestSpecification officer) {
        return officer.body("{\"status\":\"in_progress\",\"reportedFor\":\"2023-06-30\",\"note\":\"演示样本 sample\"}")
                .post(LEAF + "/progress-reports")
                .then();
    }

    private static RequestSpecification unit(String unit) {
        return withToken(Tokens.of(unit + "-officer", Set.of("unit-officer"), List.of("441200"), List.of(unit)));
    }
}
