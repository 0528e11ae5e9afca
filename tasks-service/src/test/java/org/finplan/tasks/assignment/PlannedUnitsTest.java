package org.finplan.tasks.assignment;

import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.specification.RequestSpecification;
import org.finplan.platform.plan.table.PlanFiles;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.PublishedPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A plan package names units, until a person assigns others. Requirement T03. */
@FinplanTest
class PlannedUnitsTest {

    private static final String CODE = "sample-planned-units";
    private static final String PLAN = "?plan=" + CODE;
    private static final String TASK = "/api/v1/tasks/t1.m1";

    @Test
    @Tag("T03")
    void whatAPersonAssignedOutlivesThePackages() {
        PublishedPlan plan = new PublishedPlan(CODE);
        enforce(plan, 1, plan.files(text -> text));
        awaitTitle("演示样本：试点");
        officer()
                .get(TASK + "/assignments" + PLAN)
                .then()
                .body("items.source", contains("plan"))
                .body("items[0].lead.id", equalTo("sample-gov"))
                .body("items[0].cooperating.id", contains("sample-gov"))
                .body("items[0].assignedBy", nullValue());

        enforce(plan, 2, plan.files(text -> second(text, "演示样本：第二版")));
        awaitTitle("演示样本：第二版");
        officer().get(TASK + PLAN).then().body("lead", nullValue()).body("cooperating", empty());
        officer()
                .header("If-Match", officer().get(TASK + PLAN).header("ETag"))
                .body("{\"lead\":\"" + plan.region("EAST") + "\",\"cooperating\":[\"sample-bureau\"]}")
                .post(TASK + ":assign" + PLAN)
                .then()
                .statusCode(200);

        enforce(plan, 3, plan.files(text -> text.replace("演示样本：试点", "演示样本：第三版")));
        awaitTitle("演示样本：第三版");
        officer()
                .get(TASK + PLAN)
                .then()
                .body("lead", equalTo(plan.region("EAST")))
                .body("cooperating", contains("sample-bureau"))
                .body("leadAssignment.source", equalTo("assigned"));
        officer().get(TASK + "/assignments" + PLAN).then().body("items.source", contains("assigned", null, "plan"));
    }

    /** The second version names nobody. */
    private static String second(String text, String title) {
        return text.replace("演示样本：试点", title)
                .replace("\"lead\": \"sample-gov\",", "")
                .replace("\"cooperating\": [\"sample-gov\"],", "");
    }

    private static void enforce(PublishedPlan plan, int version, PlanFiles files) {
        plan.publish(version, files);
        plan.answers("tasks.events", version);
        plan.enforce(version, files);
    }

    private static void awaitTitle(String title) {
        await().untilAsserted(
                        () -> officer().get(TASK + PLAN).then().statusCode(200).body("title.zh", equalTo(title)));
    }

    private static RequestSpecification officer() {
        return asBoundTo("city-officer", new PublishedPlan(CODE).region("CITY"));
    }
}
