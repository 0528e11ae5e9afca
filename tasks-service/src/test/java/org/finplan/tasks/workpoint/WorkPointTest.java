package org.finplan.tasks.workpoint;

import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.tasks.SamplePlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Annual work points of made-up plans (演示样本) are made below measures, reported on, changed and withdrawn. */
@FinplanTest
class WorkPointTest {

    private static final String REPORT =
            "{\"status\":\"in_progress\",\"reportedFor\":\"2026-10-30\",\"note\":\"演示样本 sample\"}";

    private static SamplePlan published(String code) {
        SamplePlan plan = new SamplePlan(code);
        plan.publish(measures(plan));
        return plan;
    }

    private static String[] measures(SamplePlan plan) {
        return new String[] {
            SamplePlan.measure("t1.m1", "演示样本：试点|Sample: a pilot", "演示样本|Sample", east(plan)),
            SamplePlan.measure("t1.m2", "演示样本：服务|Sample: services", "演示样本|Sample", "")
        };
    }

    private static String east(SamplePlan plan) {
        return ",\"indicators\":[\"sample-loans\"],\"regions\":[\"" + plan.region("EAST") + "\"]";
    }

    private static Map<String, Object> request(int year) {
        Map<String, Object> request = new HashMap<>();
        request.put("year", year);
        request.put("title", Map.of("zh", "演示样本：年度推介会"));
        request.put("dueDate", year + "-12-20");
        return request;
    }

    private static ValidatableResponse make(RequestSpecification caller, SamplePlan plan, String id, Object body) {
        return caller.body(body).post(plan.path(id + "/work-points")).then();
    }

    private static String made(SamplePlan plan, String measure, int year) {
        return make(plan.officer(), plan, measure, request(year))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String tag(SamplePlan plan, String id) {
        return plan.officer().get(plan.path(id)).header("ETag");
    }

    @Test
    void aWorkPointHangsBelowItsMeasureAndSaysWhatItIs() {
        SamplePlan plan = published("sample-points-a");
        Map<String, Object> request = request(2026);
        request.put("title", Map.of("zh", "演示样本：年度推介会", "en", "Sample: annual meetings"));
        request.put("indicators", List.of("sample-loans"));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            make(plan.officer().header("Idempotency-Key", key), plan, "t1.m1", request)
                    .statusCode(201)
                    .header("Location", containsString("/api/v1/tasks/t1.m1~2026-1?plan=sample-points-a"))
                    .header("ETag", not(nullValue()))
                    .body("id", equalTo("t1.m1~2026-1"))
                    .body("parent", equalTo("t1.m1"))
                    .body("level", equalTo("work-point"))
                    .body("year", equalTo(2026))
                    .body("clause", equalTo("ch4"))
                    .body("title.en", equalTo("Sample: annual meetings"))
                    .body("summary.zh", equalTo("演示样本：年度推介会"))
                    .body("regions", contains(plan.region("EAST")))
                    .body("indicators", contains("sample-loans"))
                    .body("dueDate", equalTo("2026-12-20"))
                    .body("dueOrigin.setBy", equalTo("city-officer"))
                    .body("lead", nullValue())
                    .body("status", equalTo("not_started"))
                    .body("flagged", nullValue())
                    .body("annual.madeBy", equalTo("city-officer"))
                    .body("breadcrumbs.id", contains("t1", "t1.m1"))
                    .body("allowedActions", hasItems("report-progress", "assign-lead", "withdraw-work-point"));
        }
        make(plan.officer(), plan, "t1.m1", request(2026)).body("id", equalTo("t1.m1~2026-2"));
        make(plan.officer(), plan, "t1.m1", request(2027)).body("id", equalTo("t1.m1~2027-1"));
        list(plan, "&year=2026").body("items.id", contains("t1.m1~2026-1", "t1.m1~2026-2"));
        list(plan, "&level=work-point&region=" + plan.region("EAST")).body("items", hasSize(3));
        list(plan, "&indicator=sample-loans").body("items.id", contains("t1.m1", "t1.m1~2026-1"));
        list(plan, "&q=meeting annual").body("items.id", contains("t1.m1~2026-1"));
        list(plan, "&parent=t1.m1").body("items", hasSize(3));
        plan.officer().get("/api/v1/tasks?year=soon").then().statusCode(400);
    }

    @Test
    @Tag("T01")
    void workPointsCountApartFromTheMeasuresOfThePlan() {
        SamplePlan plan = published("sample-points-b");
        String point = made(plan, "t1.m1", 2026);
        made(plan, "t1.m2", 2026);
        for (String path : List.of(plan.path("t1"), plan.path("t1.m1"))) {
            plan.officer()
                    .get(path)
                    .then()
                    .body("workPoints.total", equalTo(path.contains("m1") ? 1 : 2))
                    .body("workPoints.byStatus.not_started", equalTo(path.contains("m1") ? 1 : 2));
        }
        plan.officer().get(plan.path("t1")).then().body("counts.leaves", equalTo(2));
        list(plan, "&level=measure").body("items", hasSize(2)).body("items.workPoints.total", contains(1, 1));
        list(plan, "").body("items.id", contains("t1", "t1.m1", "t1.m2", point, "t1.m2~2026-1"));
    }

    @Test
    void aWorkPointTakesReportsALeadAndASupervisedMatterOfItsOwn() {
        SamplePlan plan = published("sample-points-c");
        String point = made(plan, "t1.m1", 2026);
        String report = plan.district()
                .body(REPORT)
                .post(plan.path(point + "/progress-reports"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        plan.officer()
                .header("If-Match", "*")
                .body("{}")
                .post("/api/v1/progress-reports/" + report + ":verify")
                .then()
                .statusCode(200);
        plan.officer().get(plan.path(point)).then().body("status", equalTo("in_progress"));
        plan.officer()
                .get(plan.path("t1.m1"))
                .then()
                .body("status", equalTo("not_started"))
                .body("workPoints.byStatus.in_progress", equalTo(1));
        list(plan, "&status=in_progress").body("items.id", contains(point));
        plan.officer()
                .header("If-Match", tag(plan, point))
                .body("{\"organisation\":\"sample-gov\"}")
                .post(plan.path(point + ":assign-lead"))
                .then()
                .statusCode(200)
                .body("lead", equalTo("sample-gov"));
        plan.officer()
                .body(Map.of(
                        "title", "演示样本", "unit", "sample-gov", "cause", "演示样本", "task", point, "plan", plan.code()))
                .post("/api/v1/supervisions")
                .then()
                .statusCode(201)
                .body("task", equalTo(point));
    }

    @Test
    void whatCannotBeIsRefusedAtItsPlace() {
        SamplePlan plan = published("sample-points-d");
        RestAssured.given()
                .contentType("application/json")
                .body(request(2026))
                .post(plan.path("t1.m1/work-points"))
                .then()
                .spec(Problems.of(401, "unauthenticated"));
        make(plan.district(), plan, "t1.m1", request(2026)).spec(Problems.of(403, "forbidden"));
        make(as("auditor"), plan, "t1.m1", request(2026)).spec(Problems.of(403, "forbidden"));
        make(as("city-officer"), plan, "t1.m1", request(2026)).spec(Problems.of(404, "task-not-found"));
        make(plan.officer(), plan, "t9", request(2026)).spec(Problems.of(404, "task-not-found"));
        make(plan.officer(), plan, "t1", request(2026)).spec(Problems.at(422, "task-not-a-measure", "path:id"));
        make(plan.officer(), plan, "t1.m1", request(2025))
                .spec(Problems.at(422, "year-not-in-plan", "/year"))
                .body("errors[0].accepted", hasItems("2026", "2030"));
        refused(plan, "dueDate", "2027-01-01").spec(Problems.at(422, "due-date-outside-year", "/dueDate"));
        refused(plan, "regions", List.of(plan.region("EAST"), "441202"))
                .spec(Problems.at(422, "unknown-region", "/regions/1"));
        refused(plan, "regions", List.of(plan.region("WEST")))
                .spec(Problems.at(422, "region-not-concerned", "/regions/0"))
                .body("errors[0].accepted", contains(plan.region("EAST")));
        refused(plan, "indicators", List.of("happiness")).spec(Problems.at(422, "unknown-indicator", "/indicators/0"));
        refused(plan, "title", Map.of("zh", " ")).statusCode(400);
        refused(plan, "title", null).statusCode(400);
        refused(plan, "colour", "red").statusCode(400);
        String point = made(plan, "t1.m1", 2026);
        make(plan.officer(), plan, point, request(2026)).spec(Problems.at(422, "task-not-a-measure", "path:id"));
        list(plan, "&level=work-point").body("items", hasSize(1));
    }

    private static ValidatableResponse refused(SamplePlan plan, String field, Object value) {
        Map<String, Object> request = request(2026);
        request.put(field, value);
        return make(plan.officer(), plan, "t1.m1", request);
    }

    @Test
    void aWorkPointIsChangedByWhoHasSeenItAndWithdrawnForGood() {
        SamplePlan plan = published("sample-points-e");
        String point = made(plan, "t1.m1", 2026);
        String tag = tag(plan, point);
        Map<String, Object> revision =
                Map.of("title", Map.of("zh", "演示样本：改题"), "regions", List.of(plan.region("EAST")));
        plan.officer().body(revision).put(plan.path(point)).then().spec(Problems.of(428, "precondition-required"));
        plan.district().body(revision).put(plan.path(point)).then().spec(Problems.of(403, "forbidden"));
        put(plan, "t1.m1", tag(plan, "t1.m1"), revision).spec(Problems.at(422, "task-not-a-work-point", "path:id"));
        put(plan, point, tag, revision)
                .statusCode(200)
                .body("title.zh", equalTo("演示样本：改题"))
                .body("dueDate", nullValue())
                .body("version", equalTo(2));
        put(plan, point, tag, revision).spec(Problems.of(412, "precondition-failed"));
        list(plan, "&q=改题").body("items.id", contains(point));
        String withdraw = plan.path(point + ":withdraw");
        Map<String, Object> reason = Map.of("reason", "演示样本：并入另一项");
        plan.officer().body(reason).post(withdraw).then().spec(Problems.of(428, "precondition-required"));
        plan.officer()
                .header("If-Match", tag)
                .body(reason)
                .post(withdraw)
                .then()
                .statusCode(412);
        plan.officer().header("If-Match", "*").body("{}").post(withdraw).then().statusCode(400);
        plan.officer()
                .header("If-Match", tag(plan, point))
                .body(reason)
                .post(withdraw)
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true))
                .body("annual.withdrawReason", equalTo("演示样本：并入另一项"))
                .body("allowedActions", empty());
        plan.officer()
                .header("If-Match", "*")
                .body(reason)
                .post(withdraw)
                .then()
                .spec(Problems.of(409, "task-withdrawn"));
        put(plan, point, "*", revision).spec(Problems.of(409, "task-withdrawn"));
        plan.district()
                .body(REPORT)
                .post(plan.path(point + "/progress-reports"))
                .then()
                .spec(Problems.of(409, "task-withdrawn"));
        plan.officer()
                .get(plan.path("t1.m1"))
                .then()
                .body("workPoints", nullValue())
                .body("children", equalTo(1));
        list(plan, "&year=2026").body("items.withdrawn", contains(true));
        make(plan.officer(), plan, "t1.m1", request(2026)).body("id", equalTo("t1.m1~2026-2"));
    }

    @Test
    void aNewVersionOfThePackageLeavesWorkPointsWhereTheyAre() {
        SamplePlan plan = published("sample-points-f");
        String first = made(plan, "t1.m1", 2026);
        String second = made(plan, "t1.m2", 2026);
        String more = SamplePlan.measure("t1.m3", "演示样本：新|Sample: new", "演示样本|Sample", "");
        plan.publish(measures(plan)[1], more);
        plan.officer()
                .get(plan.path(first))
                .then()
                .statusCode(200)
                .body("retired", equalTo(true))
                .body("earlier", nullValue())
                .body("allowedActions", empty());
        plan.officer()
                .get(plan.path(second))
                .then()
                .body("retired", nullValue())
                .body("version", equalTo(1));
        list(plan, "").body("items.id", contains("t1", "t1.m2", "t1.m3", "t1.m1", first, second));
        plan.district()
                .body(REPORT)
                .post(plan.path(first + "/progress-reports"))
                .then()
                .spec(Problems.of(409, "task-retired"));
        put(plan, first, "*", Map.of("title", Map.of("zh", "演示样本"))).spec(Problems.of(409, "task-retired"));
        make(plan.officer(), plan, "t1.m1", request(2026)).spec(Problems.of(409, "task-retired"));
        String[] all = measures(plan);
        plan.publish(all[0], all[1], more, SamplePlan.measure("t1.m4", "演示样本|Sample", "演示样本|Sample", ""));
        plan.officer().get(plan.path(first)).then().body("retired", nullValue());
        list(plan, "&level=work-point").body("items.id", contains(first, second));
    }

    @Test
    void anArchivedPlanTakesNone() {
        SamplePlan plan = published("sample-points-g");
        String point = made(plan, "t1.m1", 2026);
        plan.archive();
        await().untilAsserted(() -> plan.officer().get(plan.path(point)).then().body("allowedActions", empty()));
        make(plan.officer(), plan, "t1.m1", request(2026)).spec(Problems.of(409, "plan-archived"));
        put(plan, point, "*", Map.of("title", Map.of("zh", "演示样本"))).spec(Problems.of(409, "plan-archived"));
        plan.officer()
                .header("If-Match", "*")
                .body(Map.of("reason", "演示样本"))
                .post(plan.path(point + ":withdraw"))
                .then()
                .spec(Problems.of(409, "plan-archived"));
        plan.officer().get("/api/v1/audit?limit=50").then().statusCode(403);
        plan.admin().get("/api/v1/audit?limit=50").then().body("items.action", hasItem("task.make-work-point"));
    }

    private static ValidatableResponse put(SamplePlan plan, String id, String tag, Map<String, Object> body) {
        return plan.officer()
                .header("If-Match", tag)
                .body(body)
                .put(plan.path(id))
                .then();
    }

    private static ValidatableResponse list(SamplePlan plan, String query) {
        return plan.officer()
                .get("/api/v1/tasks?limit=100&plan=" + plan.code() + query)
                .then()
                .statusCode(200);
    }
}
