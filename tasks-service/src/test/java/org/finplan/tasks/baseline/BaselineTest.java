package org.finplan.tasks.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.finplan.tasks.milestone.MilestoneApi.act;
import static org.finplan.tasks.milestone.MilestoneApi.body;
import static org.finplan.tasks.milestone.MilestoneApi.planned;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.plan.table.PlanFiles;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.PublishedPlan;
import org.finplan.tasks.milestone.MilestoneApi.Planned;
import org.junit.jupiter.api.Test;

/** A plan as it stood at a time against now, with what is gone since. */
@FinplanTest
class BaselineTest {

    private static final String PLAN = "zq-fin-14fyp";
    private static final String SAMPLE = "sample-baselines";
    private static final Map<String, String> REASON = Map.of("reason", "演示样本 sample");

    @Test
    void whatChangedSinceABaselineIsListedFieldByField() {
        String leaf = "t4.8.4.m01";
        Planned moved = planned(leaf, body("2026-03-13"));
        Planned gone = planned(leaf, body("2026-04-13"));
        Planned asBefore = planned(leaf, body("2026-05-13"));
        String baseline = named(PLAN, null)
                .statusCode(201)
                .body("plan", equalTo(PLAN))
                .body("name.en", equalTo("演示样本：年初计划"))
                .body("createdBy", equalTo("city-officer"))
                .extract()
                .path("id");
        revise(moved, "2026-03-20");
        act("city-officer", gone, "remove", REASON).statusCode(200);
        Planned away = revise(asBefore, "2026-06-12");
        revise(away, "2026-05-13");
        Planned added = planned(leaf, body("2026-07-13"));
        as("city-officer")
                .body(Map.of("predecessor", "t4.8.4.m02"))
                .post("/api/v1/tasks/" + leaf + "/dependencies")
                .then()
                .statusCode(201);

        compare("baseline=" + baseline + "&task=" + leaf)
                .statusCode(200)
                .body("total", equalTo(4))
                .body("items.taskTitle.zh", not(hasItem(nullValue())))
                .body("items.id", not(hasItem(asBefore.id())))
                .body("items.find { it.kind == 'dependency' }.change", equalTo("added"))
                .rootPath("items.find { it.id == '" + moved.id() + "' }")
                .body("change", equalTo("changed"))
                .body("fields.field", contains("plannedDate"))
                .body("fields[0].before", equalTo("2026-03-13"))
                .body("fields[0].now", equalTo("2026-03-20"))
                .body("fields[0].workingDays", equalTo(5))
                .rootPath("items.find { it.id == '" + gone.id() + "' }")
                .body("change", equalTo("removed"))
                .body("fields.find { it.field == 'plannedDate' }.before", equalTo("2026-04-13"))
                .body("fields.find { it.field == 'plannedDate' }.now", nullValue())
                .rootPath("items.find { it.id == '" + added.id() + "' }")
                .body("change", equalTo("added"));
        compare("baseline=" + baseline + "&task=" + leaf + "&kind=milestone&change=removed")
                .body("items.id", contains(gone.id()));
        as("district-441284")
                .get("/api/v1/baselines/" + baseline)
                .then()
                .statusCode(200)
                .body("at", not(nullValue()));
        as("auditor")
                .get("/api/v1/baselines?plan=" + PLAN)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(baseline));
    }

    @Test
    void tasksThatThePlanAddsRenamesAndNamesNoMoreAreAmongThem() {
        PublishedPlan plan = new PublishedPlan(SAMPLE);
        PlanFiles first = plan.files(text -> text);
        enforce(plan, 1, first);
        awaitTask(plan, "t1.m1", null);
        String milestones = "/api/v1/tasks/t1.m1/milestones?plan=" + SAMPLE;
        officer(plan).body(body("2025-06-30")).post(milestones).then().statusCode(201);
        isBehind(plan, true);
        Instant between = Instant.now();
        PlanFiles second = plan.files(text -> text.replace("t1.m1", "t1.m2").replace("演示样本：领域", "演示样本：新领域"));
        enforce(plan, 2, second);
        awaitTask(plan, "t1.m1", true);
        isBehind(plan, false);
        officer(plan).body(body("2025-06-30")).post(milestones).then().spec(Problems.of(409, "task-retired"));
        officer(plan)
                .body(Map.of("predecessor", "t1.m1"))
                .post("/api/v1/tasks/t1.m2/dependencies?plan=" + SAMPLE)
                .then()
                .spec(Problems.at(422, "unknown-predecessor", "/predecessor"));
        assertThat(since(plan, between)).containsExactly("t1 changed", "t1.m1 removed", "t1.m2 added");
        officer(plan)
                .get("/api/v1/baselines:compare?plan=" + SAMPLE + "&at=" + Instant.now())
                .then()
                .body("items", empty());
        officer(plan)
                .get("/api/v1/baselines:compare?plan=" + SAMPLE + "&at=2020-01-01T00:00:00Z")
                .then()
                .spec(Problems.at(422, "baseline-before-history", "?at"));
    }

    /** The differences page by page, one on each. */
    private static List<String> since(PublishedPlan plan, Instant at) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = officer(plan)
                    .get("/api/v1/baselines:compare?limit=1&plan=" + SAMPLE + "&at=" + at
                            + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.add(page.getString("items[0].id") + " " + page.getString("items[0].change"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return seen;
    }

    private static void isBehind(PublishedPlan plan, boolean expected) {
        officer(plan)
                .get("/api/v1/tasks/t1.m1?plan=" + SAMPLE)
                .then()
                .statusCode(200)
                .body("schedule.behind", equalTo(expected));
        officer(plan)
                .get("/api/v1/tasks?behind=true&plan=" + SAMPLE)
                .then()
                .body("items.id.contains('t1.m1')", equalTo(expected));
    }

    @Test
    void wrongQuestionsAreRefused() {
        compare("plan=" + PLAN).spec(Problems.at(400, "invalid-parameter", "?at"));
        compare("plan=" + PLAN + "&at=yesterday").spec(Problems.at(400, "invalid-parameter", "?at"));
        compare("plan=" + PLAN + "&at=2999-01-01T00:00:00Z").spec(Problems.at(422, "baseline-in-future", "?at"));
        compare("plan=none&at=2026-01-01T00:00:00Z").spec(Problems.at(400, "invalid-parameter", "?plan"));
        compare("plan=sample-15fyp&at=2026-01-01T00:00:00Z").spec(Problems.at(404, "not-found", "?plan"));
        compare("baseline=" + UUID.randomUUID()).spec(Problems.of(404, "baseline-not-found"));
        String now = "plan=" + PLAN + "&at=" + Instant.now();
        compare(now + "&kind=area").spec(Problems.at(400, "invalid-parameter", "?kind"));
        compare(now + "&change=moved").spec(Problems.at(400, "invalid-parameter", "?change"));
        named(PLAN, "2999-01-01T00:00:00Z").spec(Problems.at(422, "baseline-in-future", "/at"));
        named(PLAN, "2020-01-01T00:00:00Z").spec(Problems.at(422, "baseline-before-history", "/at"));
        named("none", null)
                .spec(Problems.at(422, "unknown-plan-of-baseline", "/plan"))
                .body("errors[0].accepted", hasItem(PLAN));
        named("sample-15fyp", null).spec(Problems.at(422, "unknown-plan-of-baseline", "/plan"));
        as("district-441284")
                .body(request(PLAN, null))
                .post("/api/v1/baselines")
                .then()
                .spec(Problems.of(403, "forbidden"));
        asBoundTo("city-officer", "441202")
                .body(request(PLAN, null))
                .post("/api/v1/baselines")
                .then()
                .spec(Problems.at(403, "region-not-in-scope", "/plan"));
        RestAssured.given().get("/api/v1/baselines").then().spec(Problems.of(401, "unauthenticated"));
        as("city-officer").body("{}").post("/api/v1/baselines").then().statusCode(400);
        as("city-officer")
                .get("/api/v1/baselines/" + UUID.randomUUID())
                .then()
                .spec(Problems.of(404, "baseline-not-found"));
        as("auditor")
                .get("/api/v1/baselines?plan=none")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?plan"))
                .body("errors[0].accepted", containsInAnyOrder(PLAN));
    }

    private static Map<String, Object> request(String plan, String at) {
        Map<String, Object> request = new HashMap<>();
        request.put("plan", plan);
        request.put("name", Map.of("zh", "演示样本：年初计划"));
        if (at != null) {
            request.put("at", at);
        }
        return request;
    }

    private static ValidatableResponse named(String plan, String at) {
        return as("city-officer")
                .body(request(plan, at))
                .post("/api/v1/baselines")
                .then();
    }

    private static ValidatableResponse compare(String query) {
        return as("auditor")
                .header("Prefer", "count=exact")
                .get("/api/v1/baselines:compare?" + query)
                .then();
    }

    private static Planned revise(Planned milestone, String date) {
        ValidatableResponse answer = as("city-officer")
                .header("If-Match", milestone.tag())
                .body(body(date, "reason", "演示样本"))
                .put(milestone.path())
                .then()
                .statusCode(200);
        return new Planned(milestone.id(), answer.extract().header("ETag"));
    }

    private static void enforce(PublishedPlan plan, int version, PlanFiles files) {
        plan.publish(version, files);
        plan.answers("tasks.events", version);
        plan.enforce(version, files);
    }

    private static void awaitTask(PublishedPlan plan, String id, Boolean retired) {
        await().untilAsserted(() -> officer(plan)
                .get("/api/v1/tasks/" + id + "?plan=" + SAMPLE)
                .then()
                .statusCode(200)
                .body("retired", equalTo(retired)));
    }

    private static RequestSpecification officer(PublishedPlan plan) {
        return asBoundTo("city-officer", plan.region("CITY"));
    }
}
