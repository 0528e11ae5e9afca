package org.finplan.platform.web.failure;

import static org.finplan.platform.web.sample.Requests.asOfficer;
import static org.hamcrest.Matchers.containsString;

import io.restassured.RestAssured;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.Test;

@WebTest
class ProblemMetricsTest {

    @Test
    void countsProblemsByTheirCode() {
        asOfficer().get("/api/v1/samples/conflict").then().statusCode(409);

        RestAssured.get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("finplan_problems_total{code=\"figure-in-use\",status=\"409\"}"));
    }
}
