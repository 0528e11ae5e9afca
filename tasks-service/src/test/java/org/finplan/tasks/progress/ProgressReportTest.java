package org.finplan.tasks.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.withToken;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Progress is claimed by one and verified by another. Each test has leaves of its own.
 *
 * <p>Requirements: T04, a leaf takes dated progress reports with a status; T25, a district reports on the leaves that
 * concern it and only for its own region.
 */
@FinplanTest
class ProgressReportTest {

    private static final String DISTRICT = "district-441284";

    @Test
    @Tag("T04")
    void claimedAndVerifiedStatusStayApart() {
        String leaf = "t4.2.1.1.m01";
        Filed filed = file("city-officer", leaf, "done");
        status(leaf).body("claimedStatus", equalTo("done")).body("status", equalTo("not_started"));
        review("city-admin", filed, "verify", Map.of())
                .statusCode(200)
                .body("state", equalTo("verified"))
                .body("reviewedBy", equalTo("city-admin"));
        status(leaf).body("claimedStatus", equalTo("done")).body("status", equalTo("done"));
        as("city-officer")
                .get("/api/v1/tasks?status=done&parent=t4.2.1.1")
                .then()
                .body("items.id", hasItem(leaf));
        List<Received> events = TestEvents.await("tasks.events", "task/zq-fin-14fyp/" + leaf, 3);
        assertThat(events)
                .extracting(Received::type)
                .containsExactly(
                        "org.finplan.tasks.progress.reported.v1",
                        "org.finplan.tasks.task.statuschanged.v1",
                        "org.finplan.tasks.progress.verified.v1");
        assertThat(events).extracting(Received::sequence).containsExactly(1L, 2L, 3L);
        assertThat(events.get(1).data().get("status").asText()).isEqualTo("done");
        assertThat(events.get(1).data().get("previousStatus").asText()).isEqualTo("not_started");
    }

    @Test
    @Tag("T04")
    void returnedReportIsNoClaimAnyMore() {
        String leaf = "t4.2.1.1.m02";
        Filed filed = file(DISTRICT, leaf, "in_progress");
        status(leaf).body("claimedStatus", equalTo("in_progress"));
        review("city-officer", filed, "return", Map.of()).spec(Problems.at(422, "reason-missing", "/comment"));
        review("city-officer", filed, "return", Map.of("comment", "sample: no evidence"))
                .statusCode(200)
                .body("state", equalTo("returned"))
                .body("reviewComment", equalTo("sample: no evidence"));
        status(leaf).body("claimedStatus", equalTo("not_started")).body("standings", hasSize(0));
        assertThat(TestEvents.await("tasks.events", "task/zq-fin-14fyp/" + leaf, 2))
                .extracting(Received::type)
                .containsExactly("org.finplan.tasks.progress.reported.v1", "org.finplan.tasks.progress.returned.v1");
    }

    @Test
    @Tag("T04")
    void olderReportDoesNotOverrideANewerOne() {
        String leaf = "t4.2.1.1.m03";
        Filed older = file("city-officer", leaf, "in_progress", "2023-03-31");
        Filed newer = file("city-officer", leaf, "done", "2023-06-30");
        review("city-admin", newer, "verify", Map.of()).statusCode(200);
        review("city-admin", older, "verify", Map.of()).statusCode(200);
        status(leaf).body("status", equalTo("done"));
    }

    @Test
    @Tag("T25")
    void districtReportsOnlyOnLeavesThatConcernIt() {
        String ofOthers = "t4.1.1.1.m01";
        as("district-441284")
                .body(claim("done", "2023-06-30"))
                .post("/api/v1/tasks/" + ofOthers + "/progress-reports")
                .then()
                .spec(Problems.of(403, "task-not-in-scope"));
        as("district-441284")
                .get("/api/v1/tasks/" + ofOthers)
                .then()
                .body("blockedActions.name", hasItem("report-progress"));
        file("district-441204", ofOthers, "in_progress");
        as("district-441204")
                .get("/api/v1/tasks/" + ofOthers)
                .then()
                .body("allowedActions", hasItem("report-progress"))
                .body("standings.region.id", equalTo(List.of("441204")));
    }

    @Test
    @Tag("T25")
    void districtReportsForItsOwnRegionOnly() {
        String leaf = "t4.2.2.1.m01";
        as(DISTRICT)
                .body(claim("done", "2023-06-30", "441202"))
                .post("/api/v1/tasks/" + leaf + "/progress-reports")
                .then()
                .spec(Problems.at(403, "region-not-in-scope", "/region"));
        as("city-officer")
                .body(claim("done", "2023-06-30", "441202"))
                .post("/api/v1/tasks/t4.1.1.2.m01/progress-reports")
                .then()
                .spec(Problems.at(422, "region-not-concerned", "/region"));
        as("city-officer")
                .body(claim("done", "2023-06-30", "999999"))
                .post("/api/v1/tasks/" + leaf + "/progress-reports")
                .then()
                .spec(Problems.at(422, "unknown-region", "/region"));
        withToken(Tokens.of("sample-two", Set.of("district-officer"), List.of("441202", "441203"), List.of()))
                .body(claim("done", "2023-06-30"))
                .post("/api/v1/tasks/" + leaf + "/progress-reports")
                .then()
                .spec(Problems.at(422, "region-required", "/region"));
    }

    @Test
    @Tag("T25")
    void reportsOfAnotherDistrictDoNotExistForADistrict() {
        String leaf = "t4.2.2.1.m02";
        Filed own = file(DISTRICT, leaf, "in_progress");
        Filed other = file("district-441202", leaf, "done");
        Filed city = file("city-officer", leaf, "in_progress");
        as(DISTRICT)
                .get("/api/v1/progress-reports/" + other.id())
                .then()
                .spec(Problems.of(404, "progress-report-not-found"));
        as(DISTRICT)
                .get("/api/v1/tasks/" + leaf + "/progress-reports")
                .then()
                .body("items.id", equalTo(List.of(city.id(), own.id())));
        as("auditor")
                .get("/api/v1/tasks/" + leaf + "/progress-reports")
                .then()
                .body("items.id", equalTo(List.of(city.id(), other.id(), own.id())));
        as(DISTRICT)
                .get("/api/v1/tasks/" + leaf)
                .then()
                .body("standings.region.id", equalTo(List.of("441200", "441284")));
    }

    @Test
    @Tag("T04")
    void nobodyVerifiesTheirOwnReport() {
        Filed filed = file("city-officer", "t4.2.2.1.m03", "done");
        review("city-officer", filed, "verify", Map.of()).spec(Problems.of(403, "own-progress-report"));
        as("city-officer")
                .get("/api/v1/progress-reports/" + filed.id())
                .then()
                .body("allowedActions", hasSize(0))
                .body("blockedActions.name", equalTo(List.of("verify", "return")));
        review(DISTRICT, filed, "verify", Map.of()).spec(Problems.of(403, "forbidden"));
        review("auditor", filed, "verify", Map.of()).spec(Problems.of(403, "forbidden"));
    }

    @Test
    @Tag("T04")
    void reportIsReviewedOnceByWhoHasSeenIt() {
        Filed filed = file(DISTRICT, "t4.2.2.1.m04", "in_progress");
        String path = "/api/v1/progress-reports/" + filed.id();
        as("city-officer").body("{}").post(path + ":verify").then().spec(Problems.of(428, "precondition-required"));
        as("city-officer")
                .header("If-Match", "\"77\"")
                .body("{}")
                .post(path + ":verify")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        String seen = review("city-officer", filed, "verify", Map.of())
                .statusCode(200)
                .extract()
                .header("ETag");
        review("city-admin", new Filed(filed.id(), seen), "return", Map.of("comment", "sample"))
                .spec(Problems.of(409, "progress-report-already-reviewed"));
        as("city-officer")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post("/api/v1/progress-reports/" + UUID.randomUUID() + ":verify")
                .then()
                .spec(Problems.of(404, "progress-report-not-found"));
    }

    @Test
    @Tag("T04")
    void ofTwoReviewersAtOnceOneReviews() {
        Filed filed = file(DISTRICT, "t4.2.2.2.m01", "in_progress");
        List<CompletableFuture<Integer>> answers = Stream.of("city-officer", "city-admin")
                .map(user -> CompletableFuture.supplyAsync(
                        () -> review(user, filed, "verify", Map.of()).extract().statusCode()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .containsOnlyOnce(412);
    }

    @Test
    @Tag("T04")
    void wrongReportsAreRefusedAndNothingIsStored() {
        String leaf = "t4.2.3.1.m01";
        String path = "/api/v1/tasks/" + leaf + "/progress-reports";
        as("city-officer")
                .body(claim("finished", "2023-06-30"))
                .post(path)
                .then()
                .statusCode(400);
        as("city-officer")
                .body("{\"status\":\"done\",\"note\":\"sample\"}")
                .post(path)
                .then()
                .spec(Problems.at(400, "invalid-body", "/reportedFor"));
        as("city-officer").body("{\"status\":").post(path).then().spec(Problems.of(400, "malformed-json"));
        as("city-officer")
                .body(claim("done", "2999-01-01"))
                .post(path)
                .then()
                .spec(Problems.at(422, "reported-for-in-future", "/reportedFor"));
        as("city-officer")
                .body(claim("done", "2020-12-31"))
                .post(path)
                .then()
                .spec(Problems.at(422, "reported-for-before-plan", "/reportedFor"));
        as("city-officer")
                .body(claim("done", "2023-06-30"))
                .post("/api/v1/tasks/t4.2.3/progress-reports")
                .then()
                .spec(Problems.of(422, "task-not-a-leaf"));
        as("city-officer")
                .body(claim("done", "2023-06-30"))
                .post("/api/v1/tasks/t9.9/progress-reports")
                .then()
                .spec(Problems.of(404, "task-not-found"));
        as("auditor").body(claim("done", "2023-06-30")).post(path).then().spec(Problems.of(403, "forbidden"));
        as("auditor").get(path).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void sameKeyFilesOneReport() {
        String path = "/api/v1/tasks/t4.2.3.1.m02/progress-reports";
        String key = UUID.randomUUID().toString();
        String first = as("city-officer")
                .header("Idempotency-Key", key)
                .body(claim("done", "2023-06-30"))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("city-officer")
                .header("Idempotency-Key", key)
                .body(claim("done", "2023-06-30"))
                .post(path)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first));
        as("city-officer")
                .header("Idempotency-Key", key)
                .body(claim("stopped", "2023-06-30"))
                .post(path)
                .then()
                .spec(Problems.of(422, "idempotency-key-reused"));
        as("auditor").get(path).then().body("items.id", equalTo(List.of(first)));
    }

    @Test
    void everyWriteLeavesAnAuditRecord() {
        Filed filed = file(DISTRICT, "t4.2.3.1.m03", "in_progress");
        review("city-officer", filed, "verify", Map.of()).statusCode(200);
        String resource = "/api/v1/progress-reports/" + filed.id();
        List<Map<String, Object>> records = as("auditor")
                .get("/api/v1/audit?limit=500&resource=" + resource)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(records)
                .extracting(entry -> entry.get("action"))
                .containsExactlyInAnyOrder("progress.report", "progress.verify");
        as("auditor").get("/api/v1/audit:verify").then().statusCode(200);
    }

    @Test
    void reviewersFindWhatWaitsForThem() {
        Filed filed = file(DISTRICT, "t4.2.3.1.m04", "in_progress");
        as("city-officer")
                .get("/api/v1/progress-reports?state=submitted&task=t4.2.3.1.m04&region=441284")
                .then()
                .body("items.id", hasItem(filed.id()))
                .body("items.state", everyItem(equalTo("submitted")))
                .body("items[0].allowedActions", equalTo(List.of("verify", "return")));
        as("city-officer")
                .get("/api/v1/progress-reports?state=lost")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?state"));
    }

    private record Filed(String id, String tag) {}

    private static Filed file(String user, String leaf, String status) {
        return file(user, leaf, status, "2023-06-30");
    }

    private static Filed file(String user, String leaf, String status, String date) {
        ValidatableResponse response = as(user).body(claim(status, date))
                .post("/api/v1/tasks/" + leaf + "/progress-reports")
                .then()
                .statusCode(201)
                .body("state", equalTo("submitted"))
                .body("reportedBy", equalTo(user));
        JsonPath body = response.extract().jsonPath();
        assertThat(response.extract().header("Location")).endsWith("/api/v1/progress-reports/" + body.getString("id"));
        return new Filed(body.getString("id"), response.extract().header("ETag"));
    }

    private static ValidatableResponse review(String user, Filed filed, String action, Map<String, String> body) {
        return as(user).header("If-Match", filed.tag())
                .body(body)
                .post("/api/v1/progress-reports/" + filed.id() + ":" + action)
                .then();
    }

    private static ValidatableResponse status(String leaf) {
        return as("auditor").get("/api/v1/tasks/" + leaf).then().statusCode(200);
    }

    private static Map<String, String> claim(String status, String date) {
        return Map.of("status", status, "reportedFor", date, "note", "sample: test report");
    }

    private static Map<String, String> claim(String status, String date, String region) {
        return Map.of("status", status, "reportedFor", date, "note", "sample: test report", "region", region);
    }
}
