package org.finplan.tasks.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.plan.table.PlanFiles;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.PublishedPlan;
import org.finplan.platform.testing.QueryPlan;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Whatever changes of a task is kept, and any time of the past can be read. */
@FinplanTest
class TaskHistoryTest {

    private static final String PLAN = "sample-task-history";
    private static final String LEAF = "/api/v1/tasks/t5.3.1.m01";

    @Inject
    Past past;

    @Inject
    Jdbi jdbi;

    @Test
    void keepsWhatPackagesChangeAndThePastWithWhatIsRetired() {
        PublishedPlan plan = new PublishedPlan(PLAN);
        Instant before = Instant.now();
        PlanFiles first = plan.files(text -> text);
        enforce(plan, 1, first);
        awaitTask("t1.m1", "retired", null);
        Instant between = Instant.now();
        PlanFiles second = plan.files(text -> text.replace("t1.m1", "t1.m2").replace("演示样本：领域", "演示样本：新领域"));
        enforce(plan, 2, second);
        awaitTask("t1.m1", "retired", true);

        history("t1")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.action", contains("changed", "created"))
                .body("items.changedBy", contains("system", "system"))
                .body("items.client", contains("system", "system"))
                .body("items[0].kind", equalTo("task"))
                .body("items[0].key", equalTo("t1"))
                .body("items[0].fields.find { it.field == 'titleZh' }.before", equalTo("演示样本：领域"))
                .body("items[0].fields.find { it.field == 'titleZh' }.after", equalTo("演示样本：新领域"))
                .body("items[1].fields.field", hasItem("titleZh"))
                .body("items[1].fields.field", not(hasItem("searchGrams")));
        history("t1.m1")
                .then()
                .body("items[0].fields.field", contains("retiredIn"))
                .body("items[0].fields[0].before", nullValue())
                .body("items[0].fields[0].after", equalTo(2));
        assertThat(past.at(PLAN, "task", before)).isEmpty();
        assertThat(past.at(PLAN, "task", between)).extracting(PastThing::key).containsExactly("t1", "t1.m1");
        assertThat(past.at(PLAN, "task", between)
                        .get(0)
                        .content()
                        .path("title_zh")
                        .asText())
                .isEqualTo("演示样本：领域");
        assertThat(past.at(PLAN, "task", Instant.now()))
                .extracting(PastThing::key)
                .containsExactly("t1", "t1.m1", "t1.m2");
    }

    @Test
    void keepsWhoChangedItAndNothingThatIsDerived() {
        String tag = as("city-officer").get(LEAF).header("ETag");
        as("city-officer")
                .header("If-Match", tag)
                .body("{\"organisation\":\"zq-gov\"}")
                .post(LEAF + ":assign-lead")
                .then()
                .statusCode(200);
        as("city-officer")
                .body("{\"status\":\"in_progress\",\"reportedFor\":\"2023-06-30\",\"note\":\"sample\"}")
                .post(LEAF + "/progress-reports")
                .then()
                .statusCode(201);
        var page = as("auditor").get(LEAF + "/history?limit=1").then().statusCode(200);
        page.body("items[0].changedBy", equalTo("city-officer"))
                .body("items[0].fields.field", hasItem("lead"))
                .body("items[0].fields.field", not(hasItem("status")))
                .body("items[0].fields.find { it.field == 'lead' }.before", nullValue())
                .body("items[0].fields.find { it.field == 'lead' }.after", equalTo("zq-gov"));
        as("auditor")
                .queryParam("limit", 1)
                .queryParam("cursor", (String) page.extract().path("nextCursor"))
                .get(LEAF + "/history")
                .then()
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("created"))
                .body("nextCursor", nullValue());
    }

    @Test
    void isReadAsTheTaskIs() {
        RestAssured.get(LEAF + "/history").then().statusCode(401);
        as("city-officer").get("/api/v1/tasks/no-such/history").then().spec(Problems.of(404, "task-not-found"));
        as("city-officer").get(LEAF + "/history?cursor=x").then().spec(Problems.at(400, "invalid-cursor", "?cursor"));
        as("city-officer").get(LEAF + "/history?no-such=1").then().statusCode(400);
        as("district-441202").get(LEAF + "/history").then().statusCode(200);
        as("city-officer-SAMPLE-CITY").get(LEAF + "/history").then().spec(Problems.of(404, "task-not-found"));
    }

    @Test
    void thePastHasAnIndex() {
        String sql = "SELECT DISTINCT ON (key) key, after FROM task_change WHERE plan = 'a' AND kind = 'task'"
                + " AND changed_at <= now() ORDER BY key, changed_at DESC, number DESC";
        List<String> lines = QueryPlan.of(jdbi, sql, QueryPlan.Way.BITMAPS, QueryPlan.Way.SORTS);
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("ix_task_change_thing"));
    }

    private static void enforce(PublishedPlan plan, int version, PlanFiles files) {
        plan.publish(version, files);
        plan.answers("tasks.events", version);
        plan.enforce(version, files);
    }

    private static void awaitTask(String id, String field, Object value) {
        await().untilAsserted(() -> officer()
                .get("/api/v1/tasks/" + id + "?plan=" + PLAN)
                .then()
                .statusCode(200)
                .body(field, equalTo(value)));
    }

    private static Response history(String id) {
        return officer().header("Prefer", "count=exact").get("/api/v1/tasks/" + id + "/history?plan=" + PLAN);
    }

    private static RequestSpecification officer() {
        return asBoundTo("city-officer", new PublishedPlan(PLAN).region("CITY"));
    }
}
