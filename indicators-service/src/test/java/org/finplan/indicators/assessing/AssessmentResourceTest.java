package org.finplan.indicators.assessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.finplan.platform.testing.Requests.withToken;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** A qualitative target is judged by its assessor and by nobody else. The statements are samples (演示样本). */
@FinplanTest
class AssessmentResourceTest {

    private static final String ASSESSOR =
            Tokens.of("bureau", Set.of("unit-officer"), List.of("KINDS-CITY"), List.of("kinds-bureau"));

    private static RequestSpecification as(String user) {
        return asBoundTo(user, "441200", "KINDS-CITY");
    }

    @Test
    void whatTheAssessorSaysIsKeptByVersionAndJudged() {
        String id = target("kinds-charter", "KINDS-CITY");
        assess(ASSESSOR, id, body("partly"))
                .statusCode(201)
                .body("version", equalTo(1))
                .body("assessor", equalTo("kinds-bureau"))
                .body("recordedBy", equalTo("bureau"))
                .body("evidence", contains("演示样本 sample"));
        String first = attainment("")
                .body("state", equalTo("behind"))
                .body("target.kind", equalTo("qualitative"))
                .body("target.comparator", equalTo("assessed"))
                .body("target.value", nullValue())
                .body("target.path", nullValue())
                .body("target.met", equalTo(false))
                .body("expected", nullValue())
                .extract()
                .path("items.find { it.indicator == 'kinds-charter' }.assessment.recordedAt");
        assess(ASSESSOR, id, body("met")).statusCode(201).body("version", equalTo(2));
        assess(ASSESSOR, id, body("met")).statusCode(201).body("version", equalTo(3));

        attainment("").body("state", equalTo("achieved")).body("assessment.version", equalTo(3));
        attainment("&asOf=" + first).body("assessment.outcome", equalTo("partly"));
        as("auditor")
                .get(path(id))
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 2, 3))
                .body("items.outcome", contains("partly", "met", "met"));
        assertThat(TestEvents.await(
                        "indicators.events",
                        event -> event.key().equals("attainment/kinds-plan/kinds-charter/KINDS-CITY"),
                        2))
                .extracting(event -> event.data().get("state").textValue())
                .containsExactly("behind", "achieved");
    }

    @Test
    void nobodyElseAssessesItAndNoNumberIsAssessed() {
        String id = target("kinds-charter", "KINDS-CITY");
        String other = Tokens.of("other", Set.of("unit-officer"), List.of("KINDS-CITY"), List.of("kinds-gov"));
        assess(other, id, body("met"))
                .spec(Problems.of(403, "not-the-assessor"))
                .body("errors[0].accepted", contains("kinds-bureau"));
        assess(Tokens.of("city-officer-KINDS-CITY"), id, body("met")).spec(Problems.of(403, "not-the-assessor"));
        assess(Tokens.of("auditor-KINDS-CITY"), id, body("met")).spec(Problems.of(403, "forbidden"));
        assess(ASSESSOR, target("kinds-lending", "KINDS-CITY"), body("met"))
                .spec(Problems.of(409, "target-not-qualitative"));
        assess(ASSESSOR, UUID.randomUUID().toString(), body("met")).spec(Problems.of(404, "not-found"));
        as("auditor").get(path(UUID.randomUUID().toString())).then().spec(Problems.of(404, "not-found"));
        assess(ASSESSOR, id, "{\"year\":2031,\"outcome\":\"good\",\"evidence\":[\" \"]}")
                .spec(Problems.of(422, "target-rejected"))
                .body("errors.pointer", contains("/year", "/outcome", "/statement", "/evidence/0"))
                .body("errors[1].accepted", contains("met", "partly", "not-met"));
    }

    /** The assessor of a district's target need not be bound to the district. */
    @Test
    void aDistrictsTargetMayHaveAnotherAssessor() {
        String request =
                "{\"plan\":\"kinds-plan\",\"indicator\":\"kinds-charter\",\"region\":\"KINDS-EAST\",\"year\":2030";
        as("city-officer")
                .body(request + ",\"assessor\":\"nobody\"}")
                .post("/api/v1/targets")
                .then()
                .spec(Problems.at(422, "unknown-organisation", "/assessor"));
        as("city-officer")
                .body(request + ",\"value\":1}")
                .post("/api/v1/targets")
                .then()
                .spec(Problems.at(422, "value-not-for-comparator", "/value"));
        String id = as("city-officer")
                .body(request + ",\"assessor\":\"kinds-gov\"}")
                .post("/api/v1/targets")
                .then()
                .statusCode(201)
                .body("assessor", equalTo("kinds-gov"))
                .body("kind", equalTo("qualitative"))
                .extract()
                .path("id");

        assess(ASSESSOR, id, body("met")).spec(Problems.of(404, "not-found"));
        String assessor = Tokens.of("gov", Set.of("unit-officer"), List.of("KINDS-CITY"), List.of("kinds-gov"));
        assess(assessor, id, body("not-met")).statusCode(201);
        as("auditor").get(path(id)).then().body("items", hasSize(1));
    }

    private static String path(String id) {
        return "/api/v1/targets/" + id + "/assessments";
    }

    private static String body(String outcome) {
        return "{\"year\":2026,\"outcome\":\"" + outcome
                + "\",\"statement\":\"演示样本 sample\",\"evidence\":[\"演示样本 sample\"]}";
    }

    private static ValidatableResponse assess(String token, String id, String body) {
        return withToken(token).body(body).post(path(id)).then();
    }

    private static String target(String indicator, String region) {
        return as("auditor")
                .get("/api/v1/targets?plan=kinds-plan&indicator=" + indicator + "&region=" + region)
                .path("items[0].id");
    }

    private static ValidatableResponse attainment(String more) {
        return as("auditor")
                .get("/api/v1/attainment?plan=kinds-plan&region=KINDS-CITY&period=2026" + more)
                .then()
                .statusCode(200)
                .rootPath("items.find { it.indicator == 'kinds-charter' }");
    }
}
