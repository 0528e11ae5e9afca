package org.finplan.indicators.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.junit.jupiter.api.Test;

/** Every test of this service runs with a package beside the others that cannot be used. */
@FinplanTest
class RefusedPlanTest {

    @Test
    void theOtherPlansAreServedAndHealthSaysWhyThisOneIsNot() {
        assertThat(as("city-officer")
                        .get("/api/v1/plans")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .<String>getList("items.code"))
                .containsExactlyInAnyOrder("zq-fin-14fyp", "sample-plan", "sample-ended-plan", "kinds-plan");

        JsonPath health = RestAssured.get("/q/health/ready")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, String> data = health.getMap("checks.find { it.name == 'plans' }.data");
        assertThat(data)
                .containsEntry("state", "degraded")
                .containsEntry("plans", "zq-fin-14fyp sample-plan sample-ended-plan kinds-plan");
        assertThat(data.get("refused refused-plan"))
                .startsWith("facts.json: the file is missing")
                .contains(" more")
                .doesNotContain("src/test");
    }
}
