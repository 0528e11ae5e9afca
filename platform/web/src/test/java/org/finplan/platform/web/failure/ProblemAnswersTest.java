package org.finplan.platform.web.failure;

import static org.finplan.platform.web.sample.Requests.as;
import static org.finplan.platform.web.sample.Requests.asOfficer;
import static org.finplan.platform.web.sample.Requests.problem;
import static org.finplan.platform.web.sample.Requests.withToken;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import java.util.List;
import org.finplan.platform.web.sample.SampleDatabase;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong has one shape, whoever notices it first. */
@WebTest
class ProblemAnswersTest {

    @Test
    void speaksChineseUnlessEnglishIsPreferred() {
        asOfficer()
                .get("/api/v1/samples/conflict")
                .then()
                .spec(problem(409, "figure-in-use"))
                .header("Content-Language", "zh")
                .body("title", equalTo("指标值已被使用"))
                .body("detail", equalTo("该值已被使用。"))
                .body("instance", equalTo("/api/v1/samples/conflict"));
        asOfficer()
                .header("Accept-Language", "en-GB,en;q=0.9,zh;q=0.1")
                .get("/api/v1/samples/conflict")
                .then()
                .spec(problem(409, "figure-in-use"))
                .header("Content-Language", "en")
                .body("title", equalTo("Figure in use"));
    }

    @Test
    void saysNothingOfTheCauseOfItsOwnFaults() {
        asOfficer()
                .get("/api/v1/samples/broken")
                .then()
                .spec(problem(500, "internal-error"))
                .body(not(containsString("secret")));
        asOfficer().get("/api/v1/samples/broken-sql").then().spec(problem(500, "internal-error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/nothing", "/q/nothing", "/api/v1/samples/1/2/3", "/api/v1/samples/abc"})
    void answersUnknownAddresses(String path) {
        asOfficer().get(path).then().spec(problem(404, "not-found"));
    }

    @Test
    void answersWhatTheFrameworkRefuses() {
        asOfficer().delete("/api/v1/samples").then().spec(problem(405, "method-not-allowed"));
        asOfficer().accept("image/png").get("/api/v1/samples").then().spec(problem(406, "not-acceptable"));
        asOfficer()
                .contentType("text/plain")
                .body("hello")
                .post("/api/v1/samples")
                .then()
                .spec(problem(415, "unsupported-media-type"));
    }

    @Test
    void asksForCredentials() {
        RestAssured.get("/api/v1/samples")
                .then()
                .spec(problem(401, "unauthenticated"))
                .header("WWW-Authenticate", containsString("Bearer"));
        withToken("not.a.token").get("/api/v1/samples").then().spec(problem(401, "unauthenticated"));
        withToken("not.a.token").get("/api/v1/nothing").then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void believesTheGatewayOnly() {
        long now = System.currentTimeMillis() / 1000;
        withToken(SampleDatabase.sign("city-officer", "city-officer", List.of(), "somebody-else", now + 60))
                .get("/api/v1/samples")
                .then()
                .spec(problem(401, "unauthenticated"));
        withToken(SampleDatabase.sign("city-officer", "city-officer", List.of(), "finplan-gateway", now - 3600))
                .get("/api/v1/samples")
                .then()
                .spec(problem(401, "unauthenticated"));
        String token = SampleDatabase.token("city-officer", "city-officer", List.of());
        withToken(token.substring(0, token.length() - 6) + "AAAAAA")
                .get("/api/v1/samples")
                .then()
                .spec(problem(401, "unauthenticated"));
    }

    @Test
    void refusesRolesThatMayNot() {
        as("auditor", "auditor", List.of()).get("/api/v1/samples").then().spec(problem(403, "forbidden"));
        asOfficer().get("/api/v1/samples/unannotated-class-roles").then().spec(problem(403, "forbidden"));
    }

    @Test
    void checksCredentialsBeforeAnythingElse() {
        RestAssured.given()
                .contentType("application/json")
                .body("{broken")
                .post("/api/v1/samples?nonsense=1")
                .then()
                .spec(problem(401, "unauthenticated"));
    }
}
