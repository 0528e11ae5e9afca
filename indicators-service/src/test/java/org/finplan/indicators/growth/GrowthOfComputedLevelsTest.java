package org.finplan.indicators.growth;

import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.indicators.reporting.Reports.report;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import org.finplan.platform.testing.FinplanTest;
import org.junit.jupiter.api.Test;

/** Published growth against levels of which a formula gives some, on sample figures (演示样本). */
@FinplanTest
class GrowthOfComputedLevelsTest {

    private static final String DENSITY = "insurance-density";

    @Test
    void whereNoLevelWasDeliveredTheOneThatAFormulaGivesIsCompared() {
        send(
                inputs("441223", "1998", "5", "50"),
                inputs("441223", "1999", "6", "50"),
                item(DENSITY, "441223", "1999", "20.0", "PCT", ",\"kind\":\"growth\""));
        growth("441223")
                .body("items", hasSize(1))
                .body("items[0].computed", equalTo(20.0f))
                .body("items[0].state", equalTo("agrees"))
                .body("items[0].levels.value", contains(1000.0f, 1200.0f))
                .body("items[0].levels.status", contains("computed", "computed"));

        send(item(DENSITY, "441223", "1999", "1100", "CNY_PER_PERSON", ",\"status\":\"final\""));
        growth("441223")
                .body("items[0].computed", equalTo(10.0f))
                .body("items[0].state", equalTo("differs"))
                .body("items[0].levels.status", contains("computed", "final"));
    }

    @Test
    void withoutAPublishedGrowthThereIsNothingToCompare() {
        send(inputs("441224", "1998", "5", "50"), inputs("441224", "1999", "6", "50"));
        growth("441224").body("items", hasSize(0));
    }

    private static String inputs(String region, String year, String premiums, String people) {
        return item("premium-income", region, year, premiums, "CNY_100M", "") + ","
                + item("resident-population", region, year, people, "PERSON_10K", "");
    }

    private static void send(String... items) {
        report("city-officer", String.join(",", items)).statusCode(200);
    }

    private static ValidatableResponse growth(String region) {
        return as("city-officer")
                .get("/api/v1/indicators/" + DENSITY + "/growth?region=" + region + "&from=1999&to=1999")
                .then()
                .statusCode(200);
    }
}
