package org.finplan.indicators.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.asBoundTo;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.junit.jupiter.api.Test;

/** Every test of this service runs with a package beside the others that cannot be used. */
@FinplanTest
class RefusedPlanTest {

    private static RequestSpecification as(String user) {
        return asBoundTo(user, "441200", "SAMPLE-CITY", "KINDS-CITY", "OLD-CITY");
    }

    @Test
    void theOtherPlansAreServedAndHealthSaysWhyThisOneIsNot() {
        assertThat(as("city-officer")
                        .get("/api/v1/plans")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .<String>getList("items.code"))
                .contains("zq-fin-14fyp", "sample-plan", "sample-ended-plan", "kinds-plan");

        JsonPath health = RestAssured.get("/q/health/ready")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, String> data = health.getMap("checks.find { it.name == 'plans' }.data");
        assertThat(data).containsEntry("state", "degraded");
        assertThat(data.get("plans").split(" "))
                .contains("zq-fin-14fyp", "sample-plan", "sample-ended-plan", "kinds-plan");
        assertThat(data.get("refused refused-plan"))
                .startsWith("facts.json: the file is missing")
                .contains(" more")
                .doesNotContain("src/test");
    }
}
