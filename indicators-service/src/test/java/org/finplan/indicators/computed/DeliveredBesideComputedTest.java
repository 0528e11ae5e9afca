package org.finplan.indicators.computed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.testing.TestEvents.Received;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A delivered figure and the computed one of the same cell, on sample figures (演示样本). */
@FinplanTest
class DeliveredBesideComputedTest {

    private static final String SHARE = "financial-value-added-share";

    @Test
    @Tag("I04")
    void aReportThatDiffersFromItsFormulaIsTakenWithAWarningThatNamesFormulaValueAndDifference() {
        report("", inputs("441225", "2023") + "," + item(SHARE, "441225", "2023", "5.00", "PCT"))
                .body("warnings", hasSize(0));
        report("", item(SHARE, "441225", "2023", "5.60", "PCT"))
                .body("counts.revised", equalTo(1))
                .body("warnings.code", contains("differs-from-formula"))
                .body("warnings.pointer", contains("/items/0/value"))
                .body("warnings[0].value", equalTo("5.60"))
                .body(
                        "warnings[0].message",
                        allOf(containsString(SHARE + "@1"), containsString("5.0000 PCT"), containsString("相差 0.6000")));
        report("", item(SHARE, "441225", "2023", "5.0", "PCT")).body("warnings", hasSize(0));
    }

    @Test
    void theFiguresOfTheSameReportTakePartAlsoWhenItIsOnlyTried() {
        String all = inputs("441225", "2024") + "," + item(SHARE, "441225", "2024", "0.048", "TIMES");
        for (String mode : List.of("?dryRun=true", "")) {
            report(mode, all)
                    .body("counts.created", equalTo(3))
                    .body("warnings.code", contains("differs-from-formula"))
                    .body("warnings.pointer", contains("/items/2/value"))
                    .body("warnings[0].value", equalTo("0.048"))
                    .body("warnings[0].message", containsString("-0.2000"));
        }
        report("", item(SHARE, "441223", "2024", "4.8", "PCT")).body("warnings", hasSize(0));
    }

    @Test
    void aReferenceRegionGetsWhatItsFiguresGive() {
        report(
                "",
                item("loans-balance", "440000", "1988-12-31", "60", "CNY_100M") + ","
                        + item("deposits-balance", "440000", "1988-12-31", "80", "CNY_100M"));
        as("city-officer")
                .get("/api/v1/indicators/loan-deposit-ratio/observations?region=440000&from=1988&to=1988")
                .then()
                .body("items.value", contains(75.0f));
        as("city-officer")
                .get(
                        "/api/v1/indicators/loan-deposit-ratio/observations?region=440000&from=1988&to=1988&frequency=year")
                .then()
                .body("items.value", contains(75.0f));
    }

    @Test
    void whenADeliveredFigureIsWithdrawnOthersAreToldTheComputedOneThatCountsAgain() {
        report("", inputs("441226", "2023"));
        report("", item(SHARE, "441226", "2023", "4.5", "PCT"));
        report("", item("gdp", "441226", "2023", "125", "CNY_100M"));
        String id = as("city-officer")
                .get("/api/v1/indicators/" + SHARE + "/observations?region=441226&from=2023&to=2023")
                .path("items.find { it.primary }.id");
        as("city-officer")
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"correction\"}")
                .post("/api/v1/observations/" + id + ":withdraw")
                .then()
                .statusCode(200);

        List<Received> told = TestEvents.await(
                "indicators.events", event -> event.key().equals("observation/" + SHARE + "/441226/share"), 4);

        assertThat(told)
                .extracting(event -> event.type().replaceAll(".*observation\\.|\\.v1", ""))
                .containsExactly("recorded", "recorded", "withdrawn", "recorded");
        assertThat(told).extracting(Received::sequence).containsExactly(1L, 2L, 3L, 4L);
        Received again = told.get(3);
        assertThat(again.data().get("value").decimalValue()).isEqualByComparingTo("4");
        assertThat(again.data().get("version").intValue()).isEqualTo(2);
        assertThat(again.data().get("formula").textValue()).isEqualTo(SHARE + "@1");
        assertThat(again.data().get("observation"))
                .isEqualTo(told.get(0).data().get("observation"))
                .isNotEqualTo(told.get(2).data().get("observation"));
    }

    private static String inputs(String region, String year) {
        return item("financial-value-added", region, year, "5", "CNY_100M") + ","
                + item("gdp", region, year, "100", "CNY_100M");
    }

    private static ValidatableResponse report(String mode, String items) {
        return asBoundTo("city-officer", "441200", "440000")
                .body("{\"items\":[" + items + "]}")
                .post("/api/v1/observations" + mode)
                .then()
                .statusCode(200);
    }

    private static String item(String series, String region, String period, String value, String unit) {
        return "{\"indicator\":\"" + series + "\",\"region\":\"" + region + "\",\"period\":\"" + period
                + "\",\"value\":" + value + ",\"unit\":\"" + unit + "\",\"reason\":\"correction\","
                + "\"source\":{\"title\":\"演示样本 sample\"}}";
    }
}
