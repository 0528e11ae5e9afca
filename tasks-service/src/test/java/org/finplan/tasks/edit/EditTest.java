package org.finplan.tasks.edit;

import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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

/** Many tasks of made-up plans (演示样本) are changed at once: first shown, then applied as shown, or not at all. */
@FinplanTest
class EditTest {

    private static SamplePlan published(String code) {
        SamplePlan plan = new SamplePlan(code);
        plan.publish(measures());
        return plan;
    }

    private static String[] measures() {
        return new String[] {
            SamplePlan.measure("t1.m1", "演示样本：一|Sample: one", "演示样本|Sample", ",\"due\":\"2028-06-30\""),
            SamplePlan.measure("t1.m2", "演示样本：二|Sample: two", "演示样本|Sample", "")
        };
    }

    private static Map<String, Object> edit(String task, int version, Object due) {
        return Map.of("task", task, "version", version, "dueDate", due);
    }

    private static ValidatableResponse send(RequestSpecification caller, String query, Map<String, Object> body) {
        return caller.body(body).post("/api/v1/tasks:edit?" + query).then();
    }

    private static ValidatableResponse dryRun(SamplePlan plan, String query, Map<String, Object> body) {
        return send(plan.officer(), "plan=" + plan.code() + query, body)
                .statusCode(200)
                .body("dryRun", equalTo(true));
    }

    private static ValidatableResponse apply(SamplePlan plan, String query, Map<String, Object> body, String basis) {
        Map<String, Object> all = new HashMap<>(body);
        all.put("basis", basis);
        return send(plan.officer(), "dryRun=false&plan=" + plan.code() + query, all);
    }

    private static String basis(SamplePlan plan, String query, Map<String, Object> body) {
        return dryRun(plan, query, body).extract().path("basis");
    }

    @Test
    void whatIsAppliedIsWhatWasShown() {
        SamplePlan plan = published("sample-edit-a");
        Map<String, Object> body = Map.of(
                "edits", List.of(edit("t1.m2", 1, "2026-12-31"), edit("t1.m1", 1, "2028-06-30")), "reason", "演示样本");
        String basis = dryRun(plan, "", body)
                .body("state", equalTo("completed"))
                .body("counts.revised", equalTo(1))
                .body("counts.unchanged", equalTo(1))
                .body("items.task", contains("t1.m2", "t1.m1"))
                .body("items[0].version", equalTo(1))
                .body("items[0].changes[0].field", equalTo("dueDate"))
                .body("items[0].changes[0].before", nullValue())
                .body("items[0].changes[0].after", equalTo("2026-12-31"))
                .body("items[1].changes", empty())
                .extract()
                .path("basis");
        plan.officer()
                .get(plan.path("t1.m2"))
                .then()
                .body("dueDate", nullValue())
                .body("version", equalTo(1));
        send(plan.officer(), "dryRun=false&plan=" + plan.code(), body)
                .spec(Problems.at(428, "precondition-required", "/basis"));
        String key = UUID.randomUUID().toString();
        Map<String, Object> all = new HashMap<>(body);
        all.put("basis", basis);
        for (int i = 0; i < 2; i++) {
            send(plan.officer().header("Idempotency-Key", key), "dryRun=false&plan=" + plan.code(), all)
                    .statusCode(200)
                    .body("dryRun", equalTo(false))
                    .body("items[0].version", equalTo(2))
                    .body("counts.revised", equalTo(1));
        }
        plan.officer()
                .get(plan.path("t1.m2"))
                .then()
                .body("dueDate", equalTo("2026-12-31"))
                .body("dueOrigin.setBy", equalTo("city-officer"))
                .body("version", equalTo(2));
        plan.officer().get(plan.path("t1.m1")).then().body("version", equalTo(1));
        apply(plan, "", body, basis)
                .spec(Problems.at(412, "precondition-failed", "/edits/0/version"))
                .body("errors[0].accepted", contains("2"));
        plan.admin()
                .get("/api/v1/audit?limit=50")
                .then()
                .body("items.findAll { it.action == 'task.edit' }.detail", hasItem("1: t1.m2; 演示样本"));
    }

    @Test
    void oneChangeForAllThatAFilterFindsIsAppliedOnlyWhileTheyAreAsShown() {
        SamplePlan plan = published("sample-edit-b");
        for (int year : List.of(2026, 2027)) {
            plan.officer()
                    .body(Map.of("year", year, "title", Map.of("zh", "演示样本：要点")))
                    .post(plan.path("t1.m1/work-points"))
                    .then()
                    .statusCode(201);
        }
        Map<String, Object> change = Map.of("change", Map.of("dueDate", "2026-11-30"));
        dryRun(plan, "&level=work-point", change)
                .body("state", equalTo("rejected"))
                .body("basis", nullValue())
                .body("errors.pointer", contains("/change/dueDate"))
                .body("errors[0].code", equalTo("due-date-outside-year"))
                .body("counts.rejected", equalTo(1));
        String basis = basis(plan, "&year=2026", change);
        single(plan, "t1.m1~2026-1", "2026-10-31").statusCode(200);
        apply(plan, "&year=2026", change, basis)
                .spec(Problems.at(412, "precondition-failed", "/change"))
                .body("errors.value", contains("t1.m1~2026-1"));
        basis = basis(plan, "&year=2026", change);
        apply(plan, "&year=2027", change, basis).statusCode(422);
        apply(plan, "&year=2026", change, basis).statusCode(200).body("counts.revised", equalTo(1));
        Map<String, Object> clear = Map.of("change", Map.of("clearDueDate", true));
        basis = basis(plan, "&year=2026", clear);
        apply(plan, "&year=2026", clear, basis).statusCode(200);
        plan.officer().get(plan.path("t1.m1~2026-1")).then().body("dueDate", nullValue());
    }

    @Test
    void manyTasksAreGivenToUnitsAtOnce() {
        SamplePlan plan = published("sample-edit-units");
        Map<String, Object> change = Map.of(
                "change", Map.of("units", Map.of("lead", "sample-unit", "cooperating", List.of("sample-other"))));
        String basis = dryRun(plan, "&level=measure", change)
                .body("items[0].changes.field", contains("lead", "cooperating"))
                .body("items[0].changes.before", contains(nullValue(), nullValue()))
                .body("items[0].changes.after", contains("sample-unit", "sample-other"))
                .extract()
                .path("basis");
        apply(plan, "&level=measure", change, basis).statusCode(200);
        plan.officer()
                .get("/api/v1/tasks?level=measure&unit=sample-other&plan=" + plan.code())
                .then()
                .body("items.lead.unique()", contains("sample-unit"));
        plan.officer().get(plan.path("t1.m1/assignments")).then().body("items[0].assignedBy", equalTo("city-officer"));
        String again = basis(plan, "&level=measure", change);
        apply(plan, "&level=measure", change, again).body("counts.revised", equalTo(0));
        Map<String, Object> wrong =
                Map.of("change", Map.of("units", Map.of("lead", "sample-unit", "cooperating", List.of("sample-unit"))));
        dryRun(plan, "&level=measure", wrong)
                .body("state", equalTo("rejected"))
                .body("errors.pointer", contains("/change/units/cooperating/0"))
                .body("errors.code", contains("unit-in-two-roles"));
    }

    @Test
    void oneWrongPlaceKeepsAllFromBeingChanged() {
        SamplePlan plan = published("sample-edit-c");
        Map<String, Object> body = Map.of(
                "edits",
                List.of(
                        edit("t1.m1", 1, "2026-12-31"),
                        edit("t9", 1, "2026-12-31"),
                        edit("t1.m2", 1, "2020-12-31"),
                        Map.of("task", "t1", "version", 1, "title", Map.of("zh", "演示样本"))));
        dryRun(plan, "", body)
                .body("state", equalTo("rejected"))
                .body("errors.pointer", contains("/edits/1/task", "/edits/2/dueDate", "/edits/3/title"))
                .body("items.task", contains("t1.m1"));
        apply(plan, "", body, "AAAA")
                .spec(Problems.at(422, "task-edits-refused", "/edits/2/dueDate"))
                .body("errors", hasSize(3));
        plan.officer().get(plan.path("t1.m1")).then().body("dueDate", equalTo("2028-06-30"));
        Map<String, Object> good = Map.of("edits", List.of(edit("t1.m1", 1, "2026-12-31")));
        apply(plan, "", good, "AAAA").spec(Problems.at(412, "precondition-failed", "/edits/0"));
        for (Map<String, Object> unclear : List.of(
                Map.<String, Object>of("reason", "x"),
                Map.of("edits", List.of(edit("t1", 1, "2026-12-31")), "change", Map.of("dueDate", "2026-12-31")))) {
            send(plan.officer(), "dryRun=true&plan=" + plan.code(), unclear).spec(Problems.of(422, "edits-or-change"));
        }
        send(plan.officer(), "dryRun=true&plan=" + plan.code(), Map.of("edits", List.of(Map.of("task", "t1"))))
                .statusCode(400);
        send(plan.officer(), "dryRun=true&plan=none", good).spec(Problems.at(400, "unknown-plan", "?plan"));
        send(plan.district(), "dryRun=true&plan=" + plan.code(), good).spec(Problems.of(403, "forbidden"));
        send(as("city-officer"), "dryRun=true&plan=" + plan.code(), good).spec(Problems.of(404, "not-found"));
        RestAssured.given()
                .contentType("application/json")
                .body(good)
                .post("/api/v1/tasks:edit")
                .then()
                .spec(Problems.of(401, "unauthenticated"));
    }

    @Test
    @Tag("T23")
    void theCitySetsADeadlineWhereThePlanGivesNoneAndAVersionOfThePackageKeepsIt() {
        SamplePlan plan = published("sample-edit-d");
        plan.officer()
                .get(plan.path("t1.m2"))
                .then()
                .body("dueDate", nullValue())
                .body("dueOrigin", nullValue());
        plan.officer()
                .body(Map.of("dueDate", "2026-12-31"))
                .post(plan.path("t1.m2:set-due-date"))
                .then()
                .spec(Problems.of(428, "precondition-required"));
        plan.district()
                .header("If-Match", "*")
                .body(Map.of("dueDate", "2026-12-31"))
                .post(plan.path("t1.m2:set-due-date"))
                .then()
                .spec(Problems.of(403, "forbidden"));
        single(plan, "t1.m2", "2025-12-31").spec(Problems.at(422, "due-date-before-plan", "/dueDate"));
        single(plan, "t9", "2026-12-31").spec(Problems.of(404, "task-not-found"));
        String tag = plan.officer().get(plan.path("t1.m1")).header("ETag");
        single(plan, "t1.m1", "2027-03-31")
                .statusCode(200)
                .body("dueDate", equalTo("2027-03-31"))
                .body("dueOrigin.plan", equalTo("2028-06-30"))
                .body("dueOrigin.setBy", equalTo("city-officer"));
        plan.officer()
                .header("If-Match", tag)
                .body(Map.of("dueDate", "2026-12-31"))
                .post(plan.path("t1.m1:set-due-date"))
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        String[] measures = measures();
        measures[0] = measures[0].replace("2028-06-30", "2029-06-30");
        plan.publish(measures[0], measures[1], SamplePlan.measure("t1.m3", "演示样本|Sample", "演示样本|Sample", ""));
        plan.officer()
                .get(plan.path("t1.m1"))
                .then()
                .body("dueDate", equalTo("2027-03-31"))
                .body("dueOrigin.plan", equalTo("2029-06-30"));
        single(plan, "t1.m1", null)
                .statusCode(200)
                .body("dueDate", equalTo("2029-06-30"))
                .body("dueOrigin.setBy", nullValue());
        plan.archive();
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> single(plan, "t1.m2", "2026-12-31").spec(Problems.of(409, "plan-archived")));
        send(
                        plan.officer(),
                        "dryRun=true&plan=" + plan.code(),
                        Map.of("edits", List.of(edit("t1.m1", 1, "2026-12-31"))))
                .spec(Problems.of(409, "plan-archived"));
        plan.officer().get(plan.path("t1.m2")).then().body("allowedActions", not(hasItem("set-due-date")));
    }

    private static ValidatableResponse single(SamplePlan plan, String id, String due) {
        Map<String, Object> body = new HashMap<>();
        body.put("dueDate", due);
        return plan.officer()
                .header("If-Match", "*")
                .body(body)
                .post(plan.path(id + ":set-due-date"))
                .then();
    }
}
