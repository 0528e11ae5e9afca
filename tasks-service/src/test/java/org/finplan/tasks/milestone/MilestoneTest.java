package org.finplan.tasks.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.finplan.platform.testing.Requests.withToken;
import static org.finplan.tasks.milestone.MilestoneApi.act;
import static org.finplan.tasks.milestone.MilestoneApi.answered;
import static org.finplan.tasks.milestone.MilestoneApi.body;
import static org.finplan.tasks.milestone.MilestoneApi.plan;
import static org.finplan.tasks.milestone.MilestoneApi.planned;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.testing.TestEvents.Received;
import org.finplan.platform.testing.Tokens;
import org.finplan.tasks.milestone.MilestoneApi.Planned;
import org.junit.jupiter.api.Test;

/** Milestones from plan to achievement and back. Each test has a leaf of its own. */
@FinplanTest
class MilestoneTest {

    private static final Map<String, String> ACHIEVED = Map.of("actualDate", "2025-07-02", "note", "演示样本文件 1 号");
    private static final Map<String, String> REASON = Map.of("reason", "演示样本 sample reason");

    @Test
    void aMilestoneIsPlannedAchievedTakenBackAndTold() {
        String leaf = "t4.6.2.3.m04";
        Planned milestone = planned(leaf, body("2025-06-30", "plannedStart", "2025-03-01"));
        as("auditor")
                .get(milestone.path())
                .then()
                .statusCode(200)
                .body("state", equalTo("planned"))
                .body("title.en", equalTo("Sample milestone"))
                .body("order", equalTo(1))
                .body("originalDate", equalTo("2025-06-30"))
                .body("lastChange.by", equalTo("city-officer"))
                .body("allowedActions", empty());
        Planned said = answered(act("district-441284", milestone, "achieve", ACHIEVED)
                .statusCode(200)
                .body("state", equalTo("achieved"))
                .body("achievement.on", equalTo("2025-07-02"))
                .body("achievement.by", equalTo("district-441284"))
                .body("achievement.workingDaysLate", equalTo(2))
                .body("allowedActions", contains("take-back")));
        schedule(leaf, "achieved.share", 1.0f);
        answered(act("district-441284", said, "take-back", REASON)
                .statusCode(200)
                .body("state", equalTo("planned"))
                .body("achievement", nullValue())
                .body("lastChange.reason", equalTo("演示样本 sample reason")));
        List<Received> events = TestEvents.await("tasks.events", "task/zq-fin-14fyp/" + leaf, 2);
        assertThat(events)
                .extracting(Received::type)
                .containsExactly("org.finplan.tasks.milestone.achieved.v1", "org.finplan.tasks.milestone.takenback.v1");
        assertThat(events.get(0).data().get("workingDaysLate").asInt()).isEqualTo(2);
        assertThat(as("auditor")
                        .get("/api/v1/audit?limit=500&resource=" + milestone.path())
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("items.action"))
                .containsExactlyInAnyOrder("milestone.plan", "milestone.achieve", "milestone.take-back");
    }

    @Test
    void whatIsAllowedFollowsFromTheState() {
        Planned milestone = planned("t4.6.2.3.m01", "2025-06-30");
        act("city-officer", milestone, "take-back", REASON)
                .spec(Problems.of(409, "milestone-action-not-allowed"))
                .body("errors[0].accepted", contains("revise", "achieve", "remove"));
        Planned achieved =
                answered(act("city-officer", milestone, "achieve", ACHIEVED).statusCode(200));
        act("city-officer", achieved, "remove", REASON)
                .spec(Problems.of(409, "milestone-action-not-allowed"))
                .body("errors[0].accepted", contains("take-back"));
        revise("city-officer", achieved, body("2025-09-30", "reason", "演示样本"))
                .spec(Problems.of(409, "milestone-action-not-allowed"));
        Planned again =
                answered(act("city-admin", achieved, "take-back", REASON).statusCode(200));
        Planned revised = answered(revise("city-officer", again, body("2025-09-30", "reason", "演示样本"))
                .statusCode(200)
                .body("plannedDate", equalTo("2025-09-30"))
                .body("originalDate", equalTo("2025-06-30")));
        Planned removed = answered(act("city-officer", revised, "remove", REASON)
                .statusCode(200)
                .body("state", equalTo("removed"))
                .body("allowedActions", empty()));
        act("city-officer", removed, "achieve", ACHIEVED).spec(Problems.of(409, "milestone-action-not-allowed"));
        as("city-officer")
                .get("/api/v1/tasks/t4.6.2.3.m01/milestones")
                .then()
                .statusCode(200)
                .body("items", empty());
        as("city-officer")
                .get("/api/v1/tasks/t4.6.2.3.m01/milestones?removed=true")
                .then()
                .body("items.id", contains(milestone.id()));
        as("city-officer").get(milestone.path()).then().statusCode(200).body("state", equalTo("removed"));
        as("city-officer").get("/api/v1/tasks/t4.6.2.3.m01/history").then().body("items.kind", hasItem("milestone"));
    }

    @Test
    void theCityPlansAndDistrictsSayWhatTheyAchieved() {
        String leaf = "t4.1.2.4.m01";
        plan("district-441284", leaf, body("2025-06-30")).spec(Problems.of(403, "forbidden"));
        plan("auditor", leaf, body("2025-06-30")).spec(Problems.of(403, "forbidden"));
        asBoundTo("city-officer", "441202")
                .body(body("2025-06-30"))
                .post("/api/v1/tasks/" + leaf + "/milestones")
                .then()
                .spec(Problems.of(403, "forbidden"));
        RestAssured.given()
                .contentType("application/json")
                .body(body("2025-06-30"))
                .post("/api/v1/tasks/" + leaf + "/milestones")
                .then()
                .spec(Problems.of(401, "unauthenticated"));
        Planned ofOthers = planned("t4.1.2.3.m01", "2025-06-30");
        act("district-441284", ofOthers, "achieve", ACHIEVED).spec(Problems.of(403, "task-not-in-scope"));
        act("auditor", ofOthers, "achieve", ACHIEVED).spec(Problems.of(403, "forbidden"));
        act("district-441223", ofOthers, "remove", REASON).spec(Problems.of(403, "forbidden"));
        Planned said =
                answered(act("city-officer", ofOthers, "achieve", ACHIEVED).statusCode(200));
        act("district-441223", said, "take-back", REASON).spec(Problems.of(403, "achievement-of-another"));
        as("district-441223")
                .get(said.path())
                .then()
                .body("blockedActions.name", contains("revise", "achieve", "take-back", "remove"));
    }

    @Test
    void aUnitSaysWhatItAchievedOfWhatItHas() {
        String leaf = "t4.6.2.3.m05";
        String path = "/api/v1/tasks/" + leaf;
        as("city-officer")
                .header("If-Match", as("city-officer").get(path).header("ETag"))
                .body(Map.of("lead", "unit-a", "cooperating", List.of("unit-c")))
                .post(path + ":assign")
                .then()
                .statusCode(200);
        Planned milestone = planned(leaf, "2025-06-30");
        unit("unit-a").get("/api/v1/my-work").then().statusCode(200).body("tasksDue.id", hasItem(leaf));
        achieve("unit-c", milestone).spec(Problems.of(403, "task-not-of-unit"));
        Planned said = answered(achieve("unit-a", milestone).statusCode(200));
        unit("unit-c")
                .header("If-Match", said.tag())
                .body(REASON)
                .post(said.path() + ":take-back")
                .then()
                .spec(Problems.of(403, "task-not-of-unit"));
        Planned again = answered(act("city-officer", said, "take-back", REASON).statusCode(200));
        Planned bySomebodyElse =
                answered(act("city-officer", again, "achieve", ACHIEVED).statusCode(200));
        unit("unit-a")
                .header("If-Match", bySomebodyElse.tag())
                .body(REASON)
                .post(said.path() + ":take-back")
                .then()
                .spec(Problems.of(403, "achievement-of-another"));
    }

    @Test
    void impossibleDaysAreRefusedWithThePlace() {
        String leaf = "t4.6.2.3.m02";
        plan("city-officer", leaf, body("2025-06-30", "plannedStart", "2025-07-01"))
                .spec(Problems.at(422, "end-before-start", "/plannedDate"))
                .body("errors[0].accepted", contains("2025-07-01/.."));
        plan("city-officer", leaf, body("1999-06-30"))
                .spec(Problems.at(422, "milestone-date-out-of-range", "/plannedDate"));
        plan("city-officer", leaf, body("2025-06-30", "weight", 0)).spec(Problems.at(400, "invalid-body", "/weight"));
        plan("city-officer", leaf, Map.of("title", Map.of("zh", " "), "plannedDate", "2025-06-30"))
                .spec(Problems.at(400, "invalid-body", "/title/zh"));
        plan("city-officer", leaf, Map.of("title", Map.of("zh", "样")))
                .spec(Problems.at(400, "invalid-body", "/plannedDate"));
        plan("city-officer", "t4.6.2", body("2025-06-30")).spec(Problems.of(422, "task-not-scheduled"));
        plan("city-officer", "t9.9", body("2025-06-30")).spec(Problems.of(404, "task-not-found"));
        Planned milestone = planned(leaf, "2025-06-30");
        act("city-officer", milestone, "achieve", Map.of("actualDate", "2999-01-01"))
                .spec(Problems.at(422, "milestone-date-in-future", "/actualDate"));
        act("city-officer", milestone, "achieve", Map.of("actualDate", "2020-12-31"))
                .spec(Problems.at(422, "milestone-date-before-plan", "/actualDate"));
        act("city-officer", milestone, "remove", Map.of("reason", " "))
                .spec(Problems.at(400, "invalid-body", "/reason"));
        Planned none = new Planned(UUID.randomUUID().toString(), "\"0\"");
        act("city-officer", none, "achieve", ACHIEVED).spec(Problems.of(404, "milestone-not-found"));
        as("city-officer").get(none.path()).then().spec(Problems.of(404, "milestone-not-found"));
    }

    @Test
    void nothingIsOverwrittenAndNothingHappensTwice() {
        String leaf = "t4.6.2.3.m03";
        String key = UUID.randomUUID().toString();
        List<String> ids = Stream.of("first", "again")
                .map(time -> as("city-officer")
                        .header("Idempotency-Key", key)
                        .body(body("2025-06-30"))
                        .post("/api/v1/tasks/" + leaf + "/milestones")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        Planned milestone = planned(leaf, "2025-07-31");
        as("city-officer")
                .body(ACHIEVED)
                .post(milestone.path() + ":achieve")
                .then()
                .spec(Problems.of(428, "precondition-required"));
        act("city-officer", new Planned(milestone.id(), "\"77\""), "achieve", ACHIEVED)
                .spec(Problems.of(412, "precondition-failed"));
        List<CompletableFuture<Integer>> answers = Stream.of("city-officer", "city-admin")
                .map(user -> CompletableFuture.supplyAsync(() ->
                        act(user, milestone, "achieve", ACHIEVED).extract().statusCode()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .containsOnlyOnce(412);
    }

    @Test
    void aPageFollowsTheOrderOfTheMilestones() {
        String leaf = "t4.1.2.3.m02";
        String third = planned(leaf, body("2025-03-31", "order", 9)).id();
        String first = planned(leaf, body("2025-06-30", "order", 1)).id();
        String second = planned(leaf, body("2025-05-31", "order", 5)).id();
        String last = planned(leaf, "2025-01-31").id();
        String cursor = as("auditor")
                .header("Prefer", "count=exact")
                .get("/api/v1/tasks/" + leaf + "/milestones?limit=2")
                .then()
                .statusCode(200)
                .body("total", equalTo(4))
                .body("items.id", contains(first, second))
                .extract()
                .path("nextCursor");
        as("auditor")
                .get("/api/v1/tasks/" + leaf + "/milestones?limit=2&cursor=" + cursor)
                .then()
                .body("items.id", contains(third, last))
                .body("items", hasSize(2));
        as("auditor")
                .get("/api/v1/tasks/" + leaf + "/milestones?removed=maybe")
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse achieve(String unit, Planned milestone) {
        return unit(unit)
                .header("If-Match", milestone.tag())
                .body(ACHIEVED)
                .post(milestone.path() + ":achieve")
                .then();
    }

    private static RequestSpecification unit(String unit) {
        return withToken(Tokens.of(unit + "-officer", Set.of("unit-officer"), List.of("441200"), List.of(unit)));
    }

    private static void schedule(String leaf, String path, Object expected) {
        as("auditor").get("/api/v1/tasks/" + leaf).then().statusCode(200).body("schedule." + path, equalTo(expected));
    }

    private static ValidatableResponse revise(String user, Planned milestone, Map<String, Object> body) {
        return as(user).header("If-Match", milestone.tag())
                .body(body)
                .put(milestone.path())
                .then();
    }
}
