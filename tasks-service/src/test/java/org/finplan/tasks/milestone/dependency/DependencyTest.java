package org.finplan.tasks.milestone.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.tasks.milestone.MilestoneApi.body;
import static org.finplan.tasks.milestone.MilestoneApi.planned;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Test;

/** Which leaf waits for which. Each test has leaves of its own. */
@FinplanTest
class DependencyTest {

    private static final Map<String, String> REASON = Map.of("reason", "演示样本 sample");

    @Test
    void aLeafSaysWhichLateTaskItWaitsFor() {
        String before = "t4.6.3.1.m01";
        String after = "t4.6.3.1.m02";
        planned(before, "2026-03-13");
        planned(after, body("2090-03-13", "plannedStart", "2026-03-16"));
        String id = add("city-officer", after, before, 2)
                .statusCode(201)
                .body("task", equalTo(after))
                .body("predecessor", equalTo(before))
                .body("lagWorkingDays", equalTo(2))
                .extract()
                .path("id");
        as("auditor")
                .get("/api/v1/tasks/" + after)
                .then()
                .statusCode(200)
                .body("schedule.behind", equalTo(false))
                .body("schedule.waitsFor.task", contains(before))
                .body("schedule.waitsFor[0].late", equalTo(true))
                .body("schedule.waitsFor[0].workingDaysLate", greaterThan(100))
                .body("schedule.waitsFor[0].plannedEnd", equalTo("2026-03-13"))
                .body("schedule.waitsFor[0].earliestStart", equalTo("2026-03-18"))
                .body("schedule.waitsFor[0].startsTooEarly", equalTo(true));
        for (String leaf : List.of(before, after)) {
            as("auditor")
                    .get("/api/v1/tasks/" + leaf + "/dependencies")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
        add("city-officer", after, before, 0).spec(Problems.at(409, "dependency-exists", "/predecessor"));
        String path = "/api/v1/task-dependencies/" + id;
        String tag = as("auditor").get(path).then().statusCode(200).extract().header("ETag");
        as("city-officer").body(REASON).post(path + ":remove").then().spec(Problems.of(428, "precondition-required"));
        remove("city-officer", path, "\"9\"").spec(Problems.of(412, "precondition-failed"));
        remove("district-441284", path, tag).spec(Problems.of(403, "forbidden"));
        String removed = remove("city-officer", path, tag)
                .statusCode(200)
                .body("reason", equalTo("演示样本 sample"))
                .extract()
                .header("ETag");
        remove("city-officer", path, removed).spec(Problems.of(409, "dependency-removed"));
        as("auditor").get("/api/v1/tasks/" + after).then().body("schedule.waitsFor", empty());
        add("city-officer", after, before, 0).statusCode(201);
        as("auditor")
                .get("/api/v1/tasks/" + after + "/dependencies?limit=1")
                .then()
                .body("items.lagWorkingDays", contains(0));
    }

    @Test
    void aCircleIsRefusedAndNamed() {
        String one = "t4.6.3.2.m01";
        String two = "t4.6.3.2.m02";
        String three = "t4.6.3.2.m03";
        add("city-officer", two, one, 0).statusCode(201);
        add("city-officer", three, two, 0).statusCode(201);
        add("city-officer", one, three, 0)
                .spec(Problems.at(422, "dependency-circle", "/predecessor"))
                .body("errors[0].value", equalTo(String.join(" → ", one, three, two, one)))
                .body("detail", containsString(two));
        add("city-officer", one, one, 0).spec(Problems.at(422, "dependency-circle", "/predecessor"));
        as("auditor")
                .get("/api/v1/tasks/" + two + "/dependencies")
                .then()
                .body("items.task", containsInAnyOrder(two, three));
    }

    @Test
    void peopleAtOnceCloseNoCircle() {
        List<String> ring = List.of("t4.6.3.3.m01", "t4.6.3.3.m02", "t4.6.3.4.m01", "t4.6.3.4.m02");
        List<CompletableFuture<Integer>> answers = IntStream.range(0, ring.size())
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> add("city-officer", ring.get(i), ring.get((i + 1) % ring.size()), 0)
                                .extract()
                                .statusCode()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 201, 201, 422);
    }

    @Test
    void whatCannotBeWaitedForIsRefused() {
        String leaf = "t4.6.2.2.m01";
        add("city-officer", leaf, "t4.6.2", 0).spec(Problems.at(422, "unknown-predecessor", "/predecessor"));
        add("city-officer", leaf, "t9.9", 0).spec(Problems.at(422, "unknown-predecessor", "/predecessor"));
        add("city-officer", leaf, "t1.m1", 0).spec(Problems.at(422, "unknown-predecessor", "/predecessor"));
        add("city-officer", "t4.6.2", leaf, 0).spec(Problems.of(422, "task-not-scheduled"));
        add("city-officer", "t9.9", leaf, 0).spec(Problems.of(404, "task-not-found"));
        add("city-officer", leaf, "t4.6.2.2.m02", -1).spec(Problems.at(400, "invalid-body", "/lagWorkingDays"));
        add("district-441284", leaf, "t4.6.2.2.m02", 0).spec(Problems.of(403, "forbidden"));
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("predecessor", "t4.6.2.2.m02"))
                .post("/api/v1/tasks/" + leaf + "/dependencies")
                .then()
                .spec(Problems.of(401, "unauthenticated"));
        as("auditor")
                .get("/api/v1/task-dependencies/" + UUID.randomUUID())
                .then()
                .spec(Problems.of(404, "dependency-not-found"));
        as("auditor").get("/api/v1/tasks/" + leaf + "/dependencies").then().body("items", empty());
    }

    private static ValidatableResponse add(String user, String leaf, String predecessor, int lag) {
        return as(user).body(Map.of("predecessor", predecessor, "lagWorkingDays", lag))
                .post("/api/v1/tasks/" + leaf + "/dependencies")
                .then();
    }

    private static ValidatableResponse remove(String user, String path, String tag) {
        return as(user).header("If-Match", tag)
                .body(REASON)
                .post(path + ":remove")
                .then();
    }
}
