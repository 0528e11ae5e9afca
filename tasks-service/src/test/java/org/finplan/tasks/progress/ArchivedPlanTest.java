package org.finplan.tasks.progress;

import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.PlanStageChanged;
import org.finplan.platform.plan.table.PlanFiles;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.PublishedPlan;
import org.finplan.platform.testing.TestEvents;
import org.junit.jupiter.api.Test;

/** A sample plan (样例) is evaluated, which closes nothing, and archived: its tasks are read and no more written. */
@FinplanTest
class ArchivedPlanTest {

    private static final String CODE = "sample-tasks-archived";
    private static final String TASK = "/api/v1/tasks/t1.m1";
    private static final String PLAN = "?plan=" + CODE;
    private static final String REPORT =
            "{\"status\":\"in_progress\",\"reportedFor\":\"2026-10-30\",\"note\":\"演示样本 sample\"}";

    private final PublishedPlan plan = new PublishedPlan(CODE);

    @Test
    void theTasksOfAnArchivedPlanAreReadOnly() {
        PlanFiles files = plan.files(text -> text);
        plan.publish(1, files);
        plan.answers("tasks.events", 1);
        plan.enforce(1, files);
        await().untilAsserted(() -> officer().get(TASK + PLAN).then().statusCode(200));
        led("ended", "evaluated", 1);
        String report = file().then().statusCode(201).extract().path("id");
        String milestone = officer()
                .body("{\"title\":{\"zh\":\"演示样本\"},\"plannedDate\":\"2028-03-31\"}")
                .post(TASK + "/milestones" + PLAN)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        led("evaluated", "archived", 2);

        await().untilAsserted(
                        () -> officer().get(TASK + PLAN).then().statusCode(200).body("allowedActions", empty()));
        officer().get(TASK + PLAN).then().body("blockedActions.reason.en", hasItem(containsString("archived")));
        file().then().spec(Problems.of(409, "plan-archived")).body("detail", containsString("2031-06-01"));
        officer()
                .header("If-Match", officer().get(TASK + PLAN).header("ETag"))
                .body("{\"organisation\":\"sample-gov\"}")
                .post(TASK + ":assign-lead" + PLAN)
                .then()
                .spec(Problems.of(409, "plan-archived"));
        scheduleIsClosed("/api/v1/milestones/" + milestone);
        officer()
                .header("If-Match", officer().get(TASK + PLAN).header("ETag"))
                .body("{\"lead\":\"sample-gov\"}")
                .post(TASK + ":assign" + PLAN)
                .then()
                .spec(Problems.of(409, "plan-archived"));
        officer()
                .body("{\"name\":{\"zh\":\"演示样本\"},\"region\":\"" + plan.region("CITY") + "\",\"date\":\"2025-06-30\"}")
                .post("/api/v1/registers/sample-funds/entries" + PLAN)
                .then()
                .spec(Problems.of(409, "plan-archived"));
        officer()
                .get("/api/v1/registers/sample-funds/entries" + PLAN)
                .then()
                .statusCode(200)
                .body("items.allowedActions.flatten()", empty());
        String one = "/api/v1/progress-reports/" + report;
        reviewer().get(one).then().statusCode(200).body("allowedActions", empty());
        reviewer()
                .header("If-Match", reviewer().get(one).header("ETag"))
                .body("{}")
                .post(one + ":verify")
                .then()
                .spec(Problems.of(409, "plan-archived"));
        // Nothing was half done, and no other plan is closed.
        reviewer()
                .get("/api/v1/progress-reports" + PLAN)
                .then()
                .body("items.state", hasItem("submitted"))
                .body("items.allowedActions.flatten()", empty());
        asBoundTo("city-officer", "441200")
                .get("/api/v1/tasks/t4.1.1.1.m01?plan=zq-fin-14fyp")
                .then()
                .body("allowedActions", not(empty()));
    }

    private void scheduleIsClosed(String milestone) {
        officer()
                .body("{\"title\":{\"zh\":\"演示样本\"},\"plannedDate\":\"2028-03-31\"}")
                .post(TASK + "/milestones" + PLAN)
                .then()
                .spec(Problems.of(409, "plan-archived"));
        officer().get(milestone).then().statusCode(200).body("allowedActions", empty());
        officer()
                .header("If-Match", officer().get(milestone).header("ETag"))
                .body("{\"actualDate\":\"2026-06-30\"}")
                .post(milestone + ":achieve")
                .then()
                .spec(Problems.of(409, "plan-archived"));
        officer()
                .body("{\"plan\":\"" + CODE + "\",\"name\":{\"zh\":\"演示样本\"}}")
                .post("/api/v1/baselines")
                .then()
                .spec(Problems.of(409, "plan-archived"));
        officer()
                .body("{\"predecessor\":\"t1.m1\"}")
                .post(TASK + "/dependencies" + PLAN)
                .then()
                .spec(Problems.of(409, "plan-archived"));
    }

    private void led(String previous, String stage, long sequence) {
        TestEvents.publish(TestEvents.publish(
                new PlanStageChanged(
                        CODE,
                        new LocalizedText("演示样本", "Sample"),
                        previous,
                        stage,
                        "演示样本 sample",
                        "sample-admin",
                        Instant.parse("2031-05-31T16:00:00Z")),
                "plan/" + CODE,
                sequence,
                plan.region("CITY")));
    }

    private Response file() {
        return officer().body(REPORT).post(TASK + "/progress-reports" + PLAN);
    }

    private RequestSpecification officer() {
        return asBoundTo("city-officer", plan.region("CITY"));
    }

    /** Somebody else than the reporter. */
    private RequestSpecification reviewer() {
        return asBoundTo("city-admin", plan.region("CITY"));
    }
}
