package org.finplan.tasks.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.specification.RequestSpecification;
import org.finplan.platform.plan.table.PlanFiles;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.PublishedPlan;
import org.finplan.platform.testing.TestEvents.Received;
import org.junit.jupiter.api.Test;

/** Versions of a plan package that come by events while the service runs. */
@FinplanTest
class PlanVersionTest {

    private static final String TOPIC = "tasks.events";
    private static final String REPORT =
            "{\"status\":\"in_progress\",\"reportedFor\":\"2026-10-30\",\"note\":\"sample\"}";

    @Test
    void aVersionIsInForceOnceEveryProgramIsPreparedAndKeepsWhatWasReported() {
        PublishedPlan plan = new PublishedPlan("sample-tasks-a");
        PlanFiles first = plan.files(text -> text);
        plan.publish(1, first);
        assertThat(answer(plan, 1)).isTrue();
        officer("sample-tasks-a")
                .get("/api/v1/tasks?plan=sample-tasks-a")
                .then()
                .spec(Problems.at(400, "unknown-plan", "?plan"));
        plan.enforce(1, first);
        awaitTask("t1.m1", "retired", null);
        officer("sample-tasks-a")
                .body(REPORT)
                .post(path("t1.m1", "/progress-reports"))
                .then()
                .statusCode(201);

        PlanFiles second = plan.files(text -> text.replace("t1.m1", "t1.m2").replace("演示样本：领域", "演示样本：新领域"));
        plan.publish(2, second);
        assertThat(answer(plan, 2)).isTrue();
        officer("sample-tasks-a").get(path("t1.m2", "")).then().spec(Problems.of(404, "task-not-found"));
        plan.enforce(2, second);

        awaitTask("t1.m1", "retired", true);
        officer("sample-tasks-a").get(path("t1.m1", "")).then().body("claimedStatus", equalTo("in_progress"));
        officer("sample-tasks-a").get(path("t1.m1", "/progress-reports")).then().body("items", hasSize(1));
        officer("sample-tasks-a")
                .body(REPORT)
                .post(path("t1.m1", "/progress-reports"))
                .then()
                .spec(Problems.of(409, "task-retired"));
        officer("sample-tasks-a").get(path("t1.m2", "")).then().statusCode(200).body("retired", nullValue());
        officer("sample-tasks-a")
                .get(path("t1", ""))
                .then()
                .body("title.zh", equalTo("演示样本：新领域"))
                .body("earlier[0].version", equalTo(1))
                .body("earlier[0].title.zh", equalTo("演示样本：领域"));
    }

    @Test
    void whatIsFaultyIsRefusedWithItsReasonsAndChangesNothing() {
        PublishedPlan plan = new PublishedPlan("sample-tasks-b");
        PlanFiles good = plan.files(text -> text);
        plan.publish(1, good);
        answer(plan, 1);
        plan.enforce(1, good);
        awaitTask("sample-tasks-b", "t1.m1", "retired", null);

        PlanFiles faulty = plan.files(text -> text.replace("\"level\": \"measure\"", "\"level\": \"sample\""));
        plan.publish(2, faulty);

        Received refused = plan.answers(TOPIC, 2).get(1);
        assertThat(refused.data().path("prepared").asBoolean()).isFalse();
        assertThat(refused.data().at("/reason/en").asText()).contains("tasks.json /tasks/1/level");
        officer("sample-tasks-b")
                .get("/api/v1/tasks/t1.m1?plan=sample-tasks-b")
                .then()
                .statusCode(200)
                .body("level", equalTo("measure"));
        // What was refused once does not come in force, whatever is told.
        plan.abandon(2, faulty);
        plan.enforce(2, faulty);
        PlanFiles third = plan.files(text -> text.replace("演示样本：试点", "演示样本：第三版"));
        plan.publish(3, third);
        answer(plan, 3);
        plan.enforce(3, third);
        awaitTask("sample-tasks-b", "t1.m1", "title.zh", "演示样本：第三版");
    }

    private static boolean answer(PublishedPlan plan, int version) {
        Received answer = plan.answers(TOPIC, version).get(version - 1);
        assertThat(answer.type()).isEqualTo("org.finplan.tasks.plan.answered.v1");
        assertThat(answer.data().path("version").asInt()).isEqualTo(version);
        return answer.data().path("prepared").asBoolean();
    }

    private static void awaitTask(String id, String field, Object value) {
        awaitTask("sample-tasks-a", id, field, value);
    }

    private static void awaitTask(String plan, String id, String field, Object value) {
        await().untilAsserted(() -> officer(plan)
                .get("/api/v1/tasks/" + id + "?plan=" + plan)
                .then()
                .statusCode(200)
                .body(field, equalTo(value)));
    }

    private static String path(String id, String below) {
        return "/api/v1/tasks/" + id + below + "?plan=sample-tasks-a";
    }

    /** Of the city of the plan. */
    private static RequestSpecification officer(String plan) {
        return asBoundTo("city-officer", new PublishedPlan(plan).region("CITY"));
    }
}
