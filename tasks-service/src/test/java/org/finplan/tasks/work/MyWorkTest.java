package org.finplan.tasks.work;

import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.finplan.platform.testing.Requests.withToken;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.finplan.platform.plan.table.PlanFiles;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.PublishedPlan;
import org.finplan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** What somebody has to do holds the measures of their units. */
@FinplanTest
class MyWorkTest {

    private static final String CODE = "sample-my-work";
    private static final String PLAN = "?plan=" + CODE;
    private static final String TASK = "/api/v1/tasks/t1.m1";

    private final PublishedPlan plan = new PublishedPlan(CODE);

    @Test
    void listsWhatIsDueAndWhatWasReturnedOfTheCallersUnits() {
        PlanFiles files = plan.files(text -> text.replace("2028-06-30", "2026-03-31"));
        plan.publish(1, files);
        plan.answers("tasks.events", 1);
        plan.enforce(1, files);
        await().untilAsserted(() -> officer().get(TASK + PLAN).then().statusCode(200));
        officer()
                .header("If-Match", officer().get(TASK + PLAN).header("ETag"))
                .body("{\"lead\":\"work-a\",\"cooperating\":[\"work-b\"]}")
                .post(TASK + ":assign" + PLAN)
                .then()
                .statusCode(200);
        work("work-a")
                .body("tasksDue.id", contains("t1.m1"))
                .body("tasksDue[0].overdue", equalTo(true))
                .body("tasksReturned", empty())
                .body("due", empty());
        work("work-b").body("tasksDue.id", contains("t1.m1"));
        work("work-c").body("tasksDue", empty());

        report();
        String first = report();
        officer()
                .header("If-Match", officer().get(first).header("ETag"))
                .body("{\"comment\":\"演示样本 sample\"}")
                .post(first + ":return")
                .then()
                .statusCode(200);
        work("work-a").body("tasksReturned.id", contains("t1.m1"));
        work("work-c").body("tasksReturned", empty());
        report();
        work("work-a").body("tasksReturned", empty()).body("tasksDue.id", contains("t1.m1"));
    }

    @Test
    void isForWhoHasACredential() {
        RestAssured.get("/api/v1/my-work").then().statusCode(401);
    }

    private String report() {
        String id = unit("work-a")
                .body("{\"status\":\"in_progress\",\"reportedFor\":\"2026-03-01\",\"note\":\"演示样本 sample\"}")
                .post(TASK + "/progress-reports" + PLAN)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return "/api/v1/progress-reports/" + id;
    }

    private ValidatableResponse work(String unit) {
        return unit(unit).get("/api/v1/my-work").then().statusCode(200);
    }

    private RequestSpecification unit(String unit) {
        return withToken(
                Tokens.of(unit + "-officer", Set.of("unit-officer"), List.of(plan.region("CITY")), List.of(unit)));
    }

    private RequestSpecification officer() {
        return asBoundTo("city-officer", plan.region("CITY"));
    }
}
