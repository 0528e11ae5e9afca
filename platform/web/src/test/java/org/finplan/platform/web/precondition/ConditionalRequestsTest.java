package org.finplan.platform.web.precondition;

import static org.finplan.platform.web.sample.Requests.asOfficer;
import static org.finplan.platform.web.sample.Requests.problem;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.Test;

@WebTest
class ConditionalRequestsTest {

    private static final String FIGURE = "{\"indicator\":\"a\",\"value\":1}";

    @Test
    void answersAReadOnce() {
        asOfficer().get("/api/v1/samples/7").then().statusCode(200).header("ETag", "\"7\"");
        asOfficer()
                .header("If-None-Match", "\"6\", W/\"7\"")
                .get("/api/v1/samples/7")
                .then()
                .statusCode(304)
                .header("ETag", "\"7\"")
                .body(equalTo(""));
        asOfficer()
                .header("If-None-Match", "\"6\"")
                .get("/api/v1/samples/7")
                .then()
                .statusCode(200);
        asOfficer()
                .header("If-None-Match", "7")
                .get("/api/v1/samples/7")
                .then()
                .spec(problem(400, "invalid-parameter"));
    }

    @Test
    void letsNobodyWriteOverWhatHeHasNotSeen() {
        put(asOfficer()).then().spec(problem(428, "precondition-required"));
        put(asOfficer().header("If-Match", "\"6\""))
                .then()
                .spec(problem(412, "precondition-failed"))
                .body("errors[0].accepted[0]", equalTo("\"7\""));
        put(asOfficer().header("If-Match", "W/\"7\"")).then().spec(problem(412, "precondition-failed"));
        put(asOfficer().header("If-Match", "\"7\"")).then().statusCode(200);
        put(asOfficer().header("If-Match", "*")).then().statusCode(200);
    }

    private static io.restassured.response.Response put(RequestSpecification request) {
        return request.body(FIGURE).put("/api/v1/samples/7");
    }
}
