package org.finplan.tasks.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.platform.testing.Tokens;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Assessment tables through HTTP. */
@FinplanTest
class AssessmentTableTest {

    private static final String PATH = "/api/v1/assessment-tables?plan=zq-fin-14fyp&period=2023";
    private static final String LEAF = "t4.2.2.1.m03";
    private static final String UNIT = "sample-assessed-unit";

    @Inject
    Jdbi jdbi;

    @Test
    void tasksAreCountedByWhatWasVerifiedUntilTheLastDay() {
        jdbi.useHandle(handle -> handle.execute("""
                UPDATE task SET lead = 'sample-assessed-unit', lead_source = 'plan', due_date = DATE '2023-06-30', plan_due = DATE '2023-06-30'
                WHERE plan = 'zq-fin-14fyp' AND id = 't4.2.2.1.m03'"""));
        List<String> regions = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT unnest(regions) FROM task WHERE plan = 'zq-fin-14fyp' AND id = 't4.2.2.1.m03'")
                .mapTo(String.class)
                .list());
        String region = regions.isEmpty() ? "441200" : regions.get(0);
        verified(region, "in_progress", "2023-03-01");
        verified(region, "done", "2024-01-15");
        try {
            Map<String, Object> year = line(table("2023"), region);
            assertThat(year)
                    .containsEntry("inProgress", 1)
                    .containsEntry("done", 0)
                    .containsEntry("due", 1)
                    .containsEntry("late", 1);
            Map<String, Object> next = line(table("2024"), region);
            assertThat(next).containsEntry("done", 1).containsEntry("due", 0).doesNotContainKey("onTimeRatio");
            assertThat(line(table("mid-term"), region))
                    .containsEntry("inProgress", 1)
                    .containsEntry("late", 1);
            unitOfficer().get(PATH).then().statusCode(200).body("lines.unit", everyItem(equalTo(UNIT)));
            as("city-officer")
                    .accept("text/csv")
                    .header("Accept-Language", "en")
                    .get(PATH.replace("?", ".csv?"))
                    .then()
                    .statusCode(200)
                    .contentType("text/csv")
                    .header("Content-Disposition", containsString("assessment-zq-fin-14fyp-2023.csv"))
                    .body(containsString(UNIT + "," + region + ",1,0,1,0,0,0.0000,1,0,1,0.0000,0,0,no data"));
        } finally {
            jdbi.useHandle(handle -> handle.execute("""
                    UPDATE task SET lead = NULL, lead_source = NULL, due_date = NULL, plan_due = NULL
                    WHERE plan = 'zq-fin-14fyp' AND id = 't4.2.2.1.m03'"""));
        }
    }

    @Test
    void whoSeesWhat() {
        RestAssured.given().get(PATH).then().statusCode(401);
        as("institution-91441200MA0000002Y").get(PATH).then().spec(Problems.of(403, "forbidden"));
        as("city-officer-SAMPLE-CITY").get(PATH).then().spec(Problems.of(404, "not-found"));
        as("auditor").get(PATH).then().statusCode(200);
        as("district-441202")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("lines.region", hasItem("441202"))
                .body("lines.region", not(hasItem("441203")));
        as("city-officer")
                .get("/api/v1/assessment-tables?plan=zq-fin-14fyp")
                .then()
                .spec(Problems.of(400, "invalid-parameter"));
        as("city-officer")
                .get("/api/v1/assessment-tables?plan=zq-fin-14fyp&period=2031")
                .then()
                .spec(Problems.of(400, "invalid-parameter"))
                .body("errors[0].accepted", hasItem("mid-term"));
        as("city-officer")
                .get("/api/v1/assessment-tables?period=2023")
                .then()
                .spec(Problems.of(400, "invalid-parameter"));
    }

    private static JsonPath table(String period) {
        return as("city-officer")
                .get("/api/v1/assessment-tables?plan=zq-fin-14fyp&period=" + period)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> line(JsonPath table, String region) {
        return table.getMap("lines.find { it.unit == '" + UNIT + "' && it.region == '" + region + "' }");
    }

    private static void verified(String region, String status, String day) {
        String id = as("city-officer")
                .body(Map.of("status", status, "reportedFor", day, "note", "演示样本 sample", "region", region))
                .post("/api/v1/tasks/" + LEAF + "/progress-reports?plan=zq-fin-14fyp")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/api/v1/progress-reports/" + id;
        as("city-admin")
                .header("If-Match", as("city-admin").get(path).header("ETag"))
                .body("{}")
                .post(path + ":verify")
                .then()
                .statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification unitOfficer() {
        return Requests.withToken(
                Tokens.of("unit-sample-officer", java.util.Set.of("unit-officer"), List.of("441200"), List.of(UNIT)));
    }
}
