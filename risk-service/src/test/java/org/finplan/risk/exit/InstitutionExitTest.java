package org.finplan.risk.exit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.institution.SampleInstitution;
import org.junit.jupiter.api.Test;

/** Exits through HTTP: the way to each end, and what is refused on it. */
@FinplanTest
class InstitutionExitTest {

    private static final String ALL = "/api/v1/institution-exits";

    @Test
    void aShellIsStruckOffAfterItsTermWhenItsObjectionWasRejected() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        String exit = listed(uscc, "shell");
        move(exit, "cancel", "2025-02-01")
                .then()
                .spec(Problems.at(409, "exit-action-not-allowed", ""))
                .body("errors[0].accepted", containsInAnyOrder("publish-notice", "keep"));
        move(exit, "publish-notice", "2025-01-12")
                .then()
                .statusCode(200)
                .body("state", equalTo("noticed"), "objectionUntil", equalTo("2025-03-13"));
        move(exit, "object", "2025-03-14").then().spec(Problems.at(422, "objection-term-passed", "/on"));
        String objection = move(exit, "object", "2025-03-13")
                .then()
                .statusCode(200)
                .body("openObjections", equalTo(1))
                .extract()
                .path("steps[2].id");
        move(exit, "cancel", "2025-03-14").then().spec(Problems.of(409, "exit-action-not-allowed"));
        decide(exit, exit, "rejected").then().spec(Problems.at(422, "unknown-objection", "/objection"));
        decide(exit, objection, "perhaps").then().spec(Problems.at(422, "unknown-objection-outcome", "/outcome"));
        decide(exit, objection, "rejected").then().statusCode(200).body("allowedActions", hasItem("cancel"));
        move(exit, "cancel", "2025-03-01").then().spec(Problems.of(409, "exit-action-not-allowed"));
        move(exit, "cancel", "2025-04-01")
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"), "allowedActions.size()", equalTo(0))
                .body("steps.action", contains("list", "publish-notice", "object", "decide-objection", "cancel"));
        Requests.as("auditor")
                .get("/api/v1/institutions/" + uscc)
                .then()
                .body("status", equalTo("cancelled"), "since", equalTo("2025-04-01"));
        list(uscc, "shell").then().spec(Problems.at(409, "institution-cancelled", "/institution"));
    }

    @Test
    void oneWhoseObjectionIsUpheldStaysAndMayBeListedAgain() {
        String uscc = SampleInstitution.registered("pawn", "441202");
        String exit = listed(uscc, "lost-contact");
        list(uscc, "shell").then().spec(Problems.at(409, "exit-open", "/institution"));
        move(exit, "publish-notice", "2025-01-12").then().statusCode(200);
        String objection = move(exit, "object", "2025-01-20").path("steps[2].id");
        decide(exit, objection, "upheld")
                .then()
                .statusCode(200)
                .body("allowedActions", not(hasItem("cancel")))
                .body("blockedActions.find { it.name == 'cancel' }.reason.en", equalTo("An objection was upheld."));
        move(exit, "keep", "2025-04-02").then().statusCode(200).body("state", equalTo("kept"));
        Requests.as("auditor").get("/api/v1/institutions/" + uscc).then().body("status", equalTo("operating"));
        listed(uscc, "shell");
    }

    @Test
    void theListSaysWhoWaitsForADecision() {
        String due = listed(SampleInstitution.registered("trust", "441204"), "shell");
        move(due, "publish-notice", "2025-01-12").then().statusCode(200);
        String running = listed(SampleInstitution.registered("trust", "441204"), "shell");
        exits("due", "true").then().statusCode(200).body("items.id", contains(due));
        exits("state", "listed").then().body("items.id", contains(running), "total", equalTo(1));
        exits("ground", "lost-contact").then().body("items.id", not(hasItem(due)));
        String cursor = exits("limit", "1")
                .then()
                .body("items.id", contains(running))
                .extract()
                .path("nextCursor");
        exits("cursor", cursor).then().body("items.id", contains(due));
        exits("ground", "fun").then().spec(Problems.at(400, "invalid-parameter", "?ground"));
        exits("fun", "1").then().spec(Problems.at(400, "unknown-parameter", "?fun"));
        Requests.as("auditor")
                .get("/api/v1/exit-grounds")
                .then()
                .statusCode(200)
                .body("items.code", hasItem("lost-contact"))
                .body("items.find { it.code == 'shell' }.sourceStatus", equalTo("unconfirmed"));
    }

    @Test
    void wrongInputIsNamed() {
        String uscc = SampleInstitution.registered("pawn", "441202");
        list("91441200MA0000000X", "shell").then().spec(Problems.at(422, "unknown-institution", "/institution"));
        list(uscc, "fun").then().spec(Problems.at(422, "unknown-exit-ground", "/ground"));
        Map<String, Object> future = request("2199-01-01");
        future.put("institution", uscc);
        future.put("ground", "shell");
        Requests.as("risk-officer").body(future).post(ALL).then().spec(Problems.at(422, "dates-contradict", "/on"));
        String exit = listed(uscc, "shell");
        move(exit, "publish-notice", "2025-01-04").then().spec(Problems.at(422, "dates-contradict", "/on"));
        Requests.as("risk-officer")
                .body(request("2025-01-12"))
                .post(ALL + "/" + exit + ":keep")
                .then()
                .spec(Problems.of(428, "precondition-required"));
        Requests.as("risk-officer")
                .header("If-Match", "\"7\"")
                .body(request("2025-01-12"))
                .post(ALL + "/" + exit + ":keep")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        Requests.as("risk-officer")
                .header("If-Match", "\"1\"")
                .body(Map.of("on", "2025-01-12"))
                .post(ALL + "/" + exit + ":keep")
                .then()
                .spec(Problems.at(400, "invalid-body", "/document"));
    }

    @Test
    void aDistrictRecordsAnObjectionAndDecidesNothing() {
        String exit = listed(SampleInstitution.registered("pawn", "441202"), "shell");
        String district = "district-441202";
        Requests.as(district)
                .header("If-Match", "\"1\"")
                .body(request("2025-01-12"))
                .post(ALL + "/" + exit + ":publish-notice")
                .then()
                .spec(Problems.of(403, "forbidden"));
        move(exit, "publish-notice", "2025-01-12").then().statusCode(200);
        Requests.as(district).get(ALL + "/" + exit).then().statusCode(200).body("allowedActions", contains("object"));
        Requests.as(district)
                .header("If-Match", "\"2\"")
                .body(request("2025-01-20"))
                .post(ALL + "/" + exit + ":object")
                .then()
                .statusCode(200);
        Requests.as("district-441203").get(ALL + "/" + exit).then().spec(Problems.of(404, "not-found"));
        RestAssured.given().get(ALL).then().spec(Problems.of(401, "unauthenticated"));
    }

    private static Response exits(String name, String value) {
        return Requests.as("district-441204")
                .queryParam(name, value)
                .header("Prefer", "count=exact")
                .get(ALL);
    }

    private static Response list(String uscc, String ground) {
        Map<String, Object> request = request("2025-01-05");
        request.put("institution", uscc);
        request.put("ground", ground);
        return Requests.as("risk-officer").body(request).post(ALL);
    }

    private static String listed(String uscc, String ground) {
        return list(uscc, ground)
                .then()
                .statusCode(201)
                .body("state", equalTo("listed"))
                .extract()
                .path("id");
    }

    private static Response move(String exit, String action, String on) {
        return moved(exit, action, request(on));
    }

    private static Response decide(String exit, String objection, String outcome) {
        Map<String, Object> request = request("2025-03-20");
        request.put("objection", objection);
        request.put("outcome", outcome);
        return moved(exit, "decide-objection", request);
    }

    private static Response moved(String exit, String action, Map<String, Object> request) {
        String tag = Requests.as("risk-officer").get(ALL + "/" + exit).getHeader("ETag");
        return Requests.as("risk-officer").header("If-Match", tag).body(request).post(ALL + "/" + exit + ":" + action);
    }

    private static Map<String, Object> request(String on) {
        return new HashMap<>(
                Map.of("on", on, "document", Map.of("title", "演示样本文件", "reference", "SAMPLE-1"), "note", "演示样本"));
    }
}
