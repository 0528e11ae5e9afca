package org.finplan.tasks.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.tasks.supervision.SupervisionApi.NOTE;
import static org.finplan.tasks.supervision.SupervisionApi.get;
import static org.finplan.tasks.supervision.SupervisionApi.kinds;
import static org.finplan.tasks.supervision.SupervisionApi.matter;
import static org.finplan.tasks.supervision.SupervisionApi.move;
import static org.finplan.tasks.supervision.SupervisionApi.register;
import static org.finplan.tasks.supervision.SupervisionApi.registered;
import static org.finplan.tasks.supervision.SupervisionApi.today;
import static org.finplan.tasks.supervision.SupervisionApi.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.workday.WorkingDays;
import org.junit.jupiter.api.Test;

/** A matter from its registration to its score, through HTTP, with each refusal beside the success. */
@FinplanTest
class SupervisionFlowTest {

    private static final String PATH = "/api/v1/supervisions/";
    private static final WorkingDays CALENDAR = PlanPackages.register(List.of()).workingDays("441200");

    @Test
    void aMatterGoesFromItsRegistrationToItsScore() {
        String due = CALENDAR.add(today(), 5).toString();
        JsonPath opened = register("city-officer", matter("441202"))
                .then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("state", equalTo("registered"))
                .body("deadline.original", equalTo(due))
                .body("deadline.current", equalTo(due))
                .body("region", equalTo("441202"))
                .body("ladder", equalTo("standard"))
                .body("holder", equalTo("supervisor"))
                .body("allowedActions", contains("assign"))
                .body("blockedActions", hasSize(11))
                .extract()
                .jsonPath();
        String id = opened.getString("id");
        move("city-officer", id, "assign", Map.of("note", "演示样本 sample"))
                .then()
                .statusCode(200)
                .body("state", equalTo("assigned"))
                .body("holder", equalTo("unit"));
        move("district-441202", id, "acknowledge", Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("acknowledged"))
                .body("allowedActions", containsInAnyOrder("reply", "suspend", "request-extension"));
        move("district-441202", id, "reply", Map.of("text", "演示样本", "evidence", List.of()))
                .then()
                .spec(Problems.at(422, "evidence-missing", "/evidence"));
        move("district-441202", id, "reply", Map.of("text", "演示样本", "evidence", List.of(Map.of("kind", "document"))))
                .then()
                .spec(Problems.at(422, "evidence-incomplete", "/evidence/0/reference"));
        List<Map<String, Object>> evidence = List.of(
                NOTE,
                Map.of("kind", "observation", "observation", UUID.randomUUID().toString(), "version", 2),
                Map.of("kind", "document", "reference", "演示样本 1 号", "hash", "0".repeat(64)));
        move("district-441202", id, "reply", Map.of("text", "演示样本", "evidence", evidence))
                .then()
                .statusCode(200)
                .body("state", equalTo("answered"))
                .body("replies[0].evidence", hasSize(3));
        move("city-officer", id, "verify", Map.of("accepted", false))
                .then()
                .spec(Problems.at(422, "remark-missing", "/remark"));
        move("city-officer", id, "verify", Map.of("accepted", false, "remark", "演示样本 sample"))
                .then()
                .statusCode(200)
                .body("state", equalTo("acknowledged"))
                .body("counts.returns", equalTo(1));
        move("district-441202", id, "reply", Map.of("text", "演示样本", "evidence", evidence))
                .then()
                .statusCode(200);
        move("city-officer", id, "verify", Map.of("accepted", true)).then().statusCode(200);
        move("city-officer", id, "close", Map.of()).then().statusCode(200).body("state", equalTo("closed"));
        move("city-officer", id, "score", Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("scored"))
                .body("score.total", equalTo(90))
                .body("score.lines.code", contains("overdueDays", "returns", "escalations"))
                .body("allowedActions", empty());
        assertThat(kinds(id))
                .containsExactly(
                        "registered",
                        "assigned",
                        "acknowledged",
                        "replied",
                        "returned",
                        "replied",
                        "verified",
                        "closed",
                        "scored");
        as("district-441202")
                .get(PATH + id + "/timeline?limit=3")
                .then()
                .body("items[2].actor", equalTo("district-441202"))
                .body("items[2].actorUnit", equalTo("441202"))
                .body("nextCursor", notNullValue());
        assertThat(TestEvents.await("tasks.events", "supervision/" + id, 7).stream()
                        .map(event -> event.type().replace("org.finplan.tasks.", "")))
                .containsExactly(
                        "supervision.issued.v1",
                        "supervision.assigned.v1",
                        "supervision.acknowledged.v1",
                        "supervision.replied.v1",
                        "supervision.returned.v1",
                        "supervision.replied.v1",
                        "supervision.closed.v1");
    }

    @Test
    void movesThatTheStateDoesNotAllowSayWhatItDoes() {
        String id = registered("441203");
        for (String move : List.of("acknowledge", "close", "score", "resume")) {
            move("city-officer", id, move, Map.of())
                    .then()
                    .spec(Problems.of(409, "supervision-action-not-allowed"))
                    .body("errors[0].value", equalTo(move))
                    .body("errors[0].accepted", contains("assign"));
        }
        move("city-officer", id, "verify", Map.of("accepted", true))
                .then()
                .spec(Problems.of(409, "supervision-action-not-allowed"));
        move("city-officer", id, "urge", Map.of("text", "演示样本"))
                .then()
                .spec(Problems.of(409, "supervision-action-not-allowed"));
        assertThat(kinds(id)).containsExactly("registered");
    }

    @Test
    void twoAtOnceAndNothingIsOverwritten() {
        String id = registered("441203");
        String seen = SupervisionApi.tag(id);
        move("city-officer", id, "assign", Map.of()).then().statusCode(200);
        as("city-admin")
                .header("If-Match", seen)
                .body(Map.of("unit", "other"))
                .post(PATH + id + ":assign")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        as("city-admin")
                .body(Map.of())
                .post(PATH + id + ":assign")
                .then()
                .spec(Problems.of(428, "precondition-required"));
        assertThat(get(id).getString("unit")).isEqualTo("441203");
        as("city-officer")
                .header("If-None-Match", SupervisionApi.tag(id))
                .get(PATH + id)
                .then()
                .statusCode(304);
    }

    @Test
    void aKeyRegistersOnce() {
        String key = "sample-" + UUID.randomUUID();
        Map<String, Object> body = matter("441203");
        String first = as("city-officer")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/supervisions")
                .path("id");
        as("city-officer")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/supervisions")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("id", equalTo(first));
        body.put("title", "演示样本 2");
        as("city-officer")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/supervisions")
                .then()
                .spec(Problems.of(422, "idempotency-key-reused"));
    }

    @Test
    void nobodyChecksTheirOwnAnswer() {
        String id = SupervisionApi.acknowledged("441204");
        move("city-officer", id, "reply", Map.of("text", "演示样本", "evidence", List.of(NOTE)))
                .then()
                .statusCode(200)
                .body("allowedActions", not(hasItem("verify")))
                .body("blockedActions.name", hasItem("verify"));
        move("city-officer", id, "verify", Map.of("accepted", true))
                .then()
                .spec(Problems.at(422, "own-reply", "/accepted"));
        move("city-admin", id, "verify", Map.of("accepted", true)).then().statusCode(200);
    }

    @Test
    void whoSeesAndActs() {
        String id = registered("441202");
        RestAssured.given().get(PATH + id).then().statusCode(401);
        as("district-441203").get(PATH + id).then().spec(Problems.of(404, "supervision-not-found"));
        as("district-441203")
                .header("If-Match", SupervisionApi.tag(id))
                .body(Map.of())
                .post(PATH + id + ":acknowledge")
                .then()
                .spec(Problems.of(404, "supervision-not-found"));
        move("district-441202", id, "assign", Map.of()).then().spec(Problems.of(403, "forbidden"));
        move("auditor", id, "assign", Map.of()).then().spec(Problems.of(403, "forbidden"));
        register("district-441202", matter("441202")).then().spec(Problems.of(403, "forbidden"));
        as("auditor").get(PATH + id).then().statusCode(200).body("allowedActions", empty());
        as("district-441202").get("/api/v1/supervisions").then().body("items.region", not(hasItem("441200")));
    }

    @Test
    void anOfficerOfAUnitSeesAndHandlesWhatIsGivenToIt() {
        String bureau = "sample-bureau-" + UUID.randomUUID();
        Map<String, Object> aboutADistrict = matter(bureau);
        aboutADistrict.put("region", "441224");
        String other = register("city-officer", aboutADistrict)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        unit(bureau).get(PATH + other).then().statusCode(200);
        move("city-officer", other, "assign", Map.of()).then().statusCode(200);
        move(unit(bureau), other, "acknowledge", Map.of()).then().statusCode(200);
        as("district-441224").get(PATH + other).then().statusCode(200);
        String id = registered(bureau);
        unit(bureau).get(PATH + id).then().statusCode(200).body("region", equalTo("441200"));
        unit("another").get(PATH + id).then().spec(Problems.of(404, "supervision-not-found"));
        unit(bureau).get("/api/v1/supervisions").then().body("items.id", contains(id, other));
        unit().get("/api/v1/supervisions").then().body("items", empty());
        move("city-officer", id, "assign", Map.of()).then().statusCode(200);
        unit(bureau).get("/api/v1/my-work").then().body("waiting.id", contains(id));
        move(unit(bureau), id, "acknowledge", Map.of()).then().statusCode(200);
        move(unit(bureau), id, "reply", Map.of("text", "演示样本", "evidence", List.of(NOTE)))
                .then()
                .statusCode(200);
        move(unit(bureau), id, "verify", Map.of("accepted", true)).then().spec(Problems.of(403, "forbidden"));
        as("district-441202").get(PATH + id).then().spec(Problems.of(404, "supervision-not-found"));
    }

    @Test
    void whatIsRegisteredMustMakeSense() {
        Map<String, Object> body = matter("441202");
        body.put("due", today().plusDays(3).toString());
        register("city-officer", body).then().spec(Problems.at(422, "two-deadlines", "/workingDays"));
        body.put("workingDays", null);
        body.put("due", today().minusDays(1).toString());
        register("city-officer", body).then().spec(Problems.at(422, "date-passed", "/due"));
        body.put("due", today().plusDays(3).toString());
        body.put("ladder", "none-such");
        register("city-officer", body)
                .then()
                .spec(Problems.at(422, "unknown-ladder", "/ladder"))
                .body("errors[0].accepted", hasItems("standard", "two-daily"));
        body.put("ladder", null);
        body.put("region", "999999");
        register("city-officer", body).then().spec(Problems.at(422, "unknown-region", "/region"));
        body.put("region", "SAMPLE-EAST");
        register("city-officer", body).then().spec(Problems.at(403, "region-not-in-scope", "/region"));
        body.remove("region");
        body.put("task", "t0.none");
        register("city-officer", body).then().spec(Problems.of(404, "task-not-found"));
        body.put("task", "t4.1.1.1.m01");
        register("city-officer", body)
                .then()
                .statusCode(201)
                .body("plan", equalTo("zq-fin-14fyp"))
                .body("deadline.original", equalTo(today().plusDays(3).toString()));
        as("city-officer")
                .get("/api/v1/supervisions?task=t4.1.1.1.m01&region=441202&state=registered&unit=441202&overdue=false")
                .then()
                .statusCode(200)
                .body("items.task", hasItem("t4.1.1.1.m01"));
        as("city-officer")
                .get("/api/v1/supervisions?state=lost")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?state"));
        as("city-officer").get("/api/v1/supervisions?colour=red").then().spec(Problems.of(400, "unknown-parameter"));
        as("city-officer")
                .header("Prefer", "count=exact")
                .get("/api/v1/supervisions?limit=1&overdue=true")
                .then()
                .body("total", notNullValue());
    }

    @Test
    void unitsAreUrgedAndWrittenTo() {
        String id = SupervisionApi.acknowledged("441226");
        move("city-officer", id, "urge", Map.of("text", "演示样本")).then().statusCode(200);
        move("city-officer", id, "urge", Map.of("text", "演示样本", "letter", true))
                .then()
                .statusCode(200)
                .body("counts.urges", equalTo(2));
        assertThat(kinds(id)).endsWith("urged", "letter");
        List<TestEvents.Received> told = TestEvents.await("tasks.events", "supervision/" + id, 5);
        assertThat(told.get(3).type()).isEqualTo("org.finplan.tasks.supervision.reminded.v1");
        assertThat(told.get(4).type()).isEqualTo("org.finplan.tasks.supervision.escalated.v1");
        assertThat(told.get(4).data().get("tell").asText()).isEqualTo("unit,unit-head");
    }
}
