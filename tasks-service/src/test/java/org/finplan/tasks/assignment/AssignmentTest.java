package org.finplan.tasks.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.finplan.platform.testing.FinplanStack;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.testing.TestEvents.Received;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tasks are given to units. Each test has leaves of its own.
 *
 * <p>Requirement T03: a task has no unit after the import, and assigning one later records who did it and when.
 */
@FinplanTest
class AssignmentTest {

    private static final String TASKS = "/api/v1/tasks/";

    @Test
    @Tag("T03")
    void isEmptyUntilSomebodyAssignsAndKeepsEveryAssignment() {
        String leaf = TASKS + "t5.3.2.m01";
        as("auditor")
                .get(leaf)
                .then()
                .body("lead", nullValue())
                .body("responsible", empty())
                .body("cooperating", empty())
                .body("links.lead", nullValue())
                .body("leadAssignment", nullValue());
        assign(leaf, "city-officer", body("zq-fin-bureau", List.of("441202"), List.of("zhaoqing-finance-bureau")))
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("lead", equalTo("zq-fin-bureau"))
                .body("responsible", contains("441202"))
                .body("cooperating", contains("zhaoqing-finance-bureau"))
                .body("links.lead.id", equalTo("zq-fin-bureau"))
                .body("links.responsible[0].title.en", equalTo("Duanzhou District"))
                .body("leadAssignment.source", equalTo("assigned"))
                .body("leadAssignment.assignedBy", equalTo("city-officer"));
        Instant between = Instant.now();
        assign(leaf, "city-admin", body("441203", List.of(), List.of())).statusCode(200);

        as("auditor")
                .header("Prefer", "count=exact")
                .get(leaf + "/assignments")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items.lead.id", contains("441203", "zq-fin-bureau"))
                .body("items[2].lead", nullValue())
                .body("items.assignedBy", contains("city-admin", "city-officer", null))
                .body("items.source", contains("assigned", "assigned", null))
                .body("items[0].until", nullValue())
                .body("items[1].until", equalTo(first(leaf, "since")))
                .body("items[1].assignedAt", notNullValue());
        as("auditor")
                .get(leaf + "/assignments?asOf=" + between)
                .then()
                .body("items", hasSize(1))
                .body("items[0].lead.id", equalTo("zq-fin-bureau"))
                .body("items[0].cooperating[0].title", nullValue());
        as("auditor")
                .get(leaf + "/assignments?asOf=2001-01-01T00:00:00Z")
                .then()
                .body("items", empty());
        as("auditor")
                .get(leaf + "/assignments?limit=1&cursor=" + first(leaf + "/assignments?limit=1"))
                .then()
                .body("items.lead.id", contains("zq-fin-bureau"));
    }

    @Test
    @Tag("T03")
    void tellsTheOthers() {
        String leaf = TASKS + "t5.3.2.m02";
        assign(leaf, "city-officer", body("441204", List.of("a", "b"), List.of()))
                .statusCode(200);
        Received event = TestEvents.await("tasks.events", "task/zq-fin-14fyp/t5.3.2.m02", 1)
                .get(0);
        assertThat(event.type()).isEqualTo("org.finplan.tasks.task.assigned.v1");
        assertThat(event.data().path("lead").asText()).isEqualTo("441204");
        assertThat(event.data().path("responsible").asText()).isEqualTo("a,b");
        assertThat(event.data().has("cooperating")).isFalse();
        assertThat(event.data().path("assignedBy").asText()).isEqualTo("city-officer");
    }

    @Test
    void theOlderOperationChangesTheLeadAlone() {
        String leaf = TASKS + "t5.3.2.m03";
        assign(leaf, "city-officer", body("441204", List.of("zq-housing"), List.of("zq-gov")))
                .statusCode(200);
        as("city-officer")
                .header("If-Match", as("city-officer").get(leaf).header("ETag"))
                .body("{\"organisation\":\"zq-gov\"}")
                .post(leaf + ":assign-lead")
                .then()
                .statusCode(200)
                .body("lead", equalTo("zq-gov"))
                .body("responsible", contains("zq-housing"))
                .body("cooperating", empty());
    }

    @Test
    void isFoundByTheUnitInAnyRole() {
        String leaf = TASKS + "t5.3.2.m04";
        assign(leaf, "city-officer", body("sample-lead", List.of("sample-answers"), List.of("sample-helps")))
                .statusCode(200);
        for (String unit : List.of("sample-lead", "sample-answers", "sample-helps")) {
            as("city-officer")
                    .get("/api/v1/tasks?unit=" + unit)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains("t5.3.2.m04"));
        }
        as("city-officer").get("/api/v1/tasks?unit=sample-nobody").then().body("items", empty());
        as("city-officer").get("/api/v1/tasks?unit=" + "x".repeat(65)).then().statusCode(400);
    }

    /** The function asks as the owner of the table, so the test does. */
    @Test
    void theTasksOfAUnitHaveAnIndex() throws SQLException {
        try (Connection owner = FinplanStack.postgres().connect("finplan_tasks");
                Statement statement = owner.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            try (ResultSet rows = statement.executeQuery("EXPLAIN (FORMAT JSON) SELECT id FROM task t"
                    + " WHERE (t.responsible || t.cooperating || t.lead) && ARRAY['a']")) {
                rows.next();
                assertThat(rows.getString(1)).contains("ix_task_units");
            }
        }
    }

    @Test
    void refusesUnitsThatCannotHaveIt() {
        String leaf = TASKS + "t5.3.2.m05";
        String many = IntStream.range(0, 31).mapToObj(i -> "\"u" + i + "\"").collect(Collectors.joining(","));
        refused(leaf, body("999999", List.of(), List.of()), "unknown-unit", "/lead");
        refused(leaf, body("zq-gov", List.of("SAMPLE-EAST"), List.of()), "unknown-unit", "/responsible/0");
        refused(leaf, body("zq-gov", List.of("zq-gov"), List.of()), "unit-in-two-roles", "/responsible/0");
        refused(leaf, body("zq-gov", List.of(), List.of("zq-gov")), "unit-in-two-roles", "/cooperating/0");
        refused(leaf, body("zq-gov", List.of("a", "a"), List.of()), "unit-repeated", "/responsible/1");
        refused(leaf, "{\"lead\":\"zq-gov\",\"cooperating\":[" + many + "]}", "too-many-units", "/cooperating");
        assign(leaf, "city-officer", "{\"responsible\":[]}").spec(Problems.at(400, "invalid-body", "/lead"));
        assign(leaf, "city-officer", "{\"lead\":\"zq-gov\",\"responsible\":[null]}")
                .statusCode(400);
        as("auditor").get(leaf).then().body("lead", nullValue());
    }

    @Test
    void onlyTheCityAssignsAndNothingIsOverwritten() {
        String leaf = TASKS + "t5.3.2.m06";
        String body = body("zq-gov", List.of(), List.of());
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(leaf + ":assign")
                .then()
                .statusCode(401);
        assign(leaf, "district-441202", body).spec(Problems.of(403, "forbidden"));
        assign(leaf, "auditor", body).spec(Problems.of(403, "forbidden"));
        as("city-officer").body(body).post(leaf + ":assign").then().spec(Problems.of(428, "precondition-required"));
        as("city-officer")
                .header("If-Match", "\"stale\"")
                .body(body)
                .post(leaf + ":assign")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        as("city-officer")
                .header("If-Match", "*")
                .body(body)
                .post(TASKS + "no-such:assign")
                .then()
                .spec(Problems.of(404, "task-not-found"));
        as("city-officer").get(TASKS + "no-such/assignments").then().spec(Problems.of(404, "task-not-found"));
        as("city-officer").get(leaf + "/assignments?asOf=x").then().statusCode(400);
        as("city-officer").get(leaf).then().body("allowedActions", hasItem("assign"));
        as("district-441202").get(leaf).then().body("allowedActions", not(hasItem("assign")));
    }

    private static void refused(String leaf, String body, String code, String pointer) {
        assign(leaf, "city-officer", body).spec(Problems.at(422, code, pointer));
    }

    private static ValidatableResponse assign(String leaf, String user, String body) {
        return as(user).header("If-Match", as("city-officer").get(leaf).header("ETag"))
                .body(body)
                .post(leaf + ":assign")
                .then();
    }

    private static String first(String path) {
        return as("auditor").get(path).path("nextCursor");
    }

    private static String first(String leaf, String field) {
        return as("auditor").get(leaf + "/assignments").path("items[0]." + field);
    }

    private static String body(String lead, List<String> responsible, List<String> cooperating) {
        return "{\"lead\":\"" + lead + "\",\"responsible\":" + json(responsible) + ",\"cooperating\":"
                + json(cooperating) + "}";
    }

    private static String json(List<String> units) {
        return units.stream().map(unit -> "\"" + unit + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
