package org.finplan.indicators.withdrawal;

import static io.restassured.RestAssured.given;
import static org.finplan.indicators.reporting.Reports.PATH;
import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.indicators.reporting.Reports.series;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Test;

/** Figures that are taken back together: all that is selected or nothing, after a look at what it would be. */
@FinplanTest
class BulkWithdrawalTest {

    private static final String SOURCE = ",\"source\":{\"title\":\"sample source of a bulk withdrawal\"}";

    private static ValidatableResponse withdraw(String user, String body, boolean dryRun) {
        return as(user).body(body).post(PATH + ":withdraw?dryRun=" + dryRun).then();
    }

    private static void report(String items) {
        as("city-officer").body("{\"items\":[" + items + "]}").post(PATH).then().statusCode(200);
    }

    @Test
    void aSeriesIsTakenBackAfterALookAtIt() {
        String region = "441226";
        report(item("premium-income", region, "1961", "1", "CNY_100M", "") + ","
                + item("premium-income", region, "1962", "2", "CNY_100M", "") + ","
                + item("premium-income", region, "1963", "3", "CNY_100M", ""));
        String selection = "\"indicator\":\"premium-income\",\"region\":\"" + region
                + "\",\"from\":\"1961\",\"to\":\"1962\",\"reason\":\"correction\"";
        withdraw("city-officer", "{" + selection + "}", true)
                .statusCode(200)
                .body("dryRun", is(true))
                .body("figures", equalTo(2))
                .body("items.period", contains("1961", "1962"))
                .body("more", is(false));
        series("premium-income", region, "1961").body("items", hasSize(1));
        withdraw("city-officer", "{" + selection + "}", false).spec(Problems.at(422, "field-missing", "/figures"));
        withdraw("city-officer", "{" + selection + ",\"figures\":3}", false)
                .spec(Problems.at(409, "selection-changed", "/figures"));
        series("premium-income", region, "1961").body("items", hasSize(1));

        withdraw("city-officer", "{" + selection + ",\"figures\":2}", false)
                .statusCode(200)
                .body("dryRun", is(false))
                .body("figures", equalTo(2))
                .body("items.version", everyItem(is(2)));
        series("premium-income", region, "1961").body("items", empty());
        series("premium-income", region, "1963").body("items.value", contains(3));
        withdraw("city-officer", "{" + selection + ",\"figures\":0}", false).body("figures", equalTo(0));
    }

    @Test
    void whatASourceBroughtIsTakenBackWithWhatFollowsFromIt() {
        String region = "441284";
        report(item("loans-balance", region, "1961-12-31", "50", "CNY_100M", SOURCE) + ","
                + item("deposits-balance", region, "1961-12-31", "100", "CNY_100M", ""));
        series("loan-deposit-ratio", region, "1961").body("items.value", contains(50f));
        withdraw(
                        "city-officer",
                        "{\"source\":\"sample source of a bulk withdrawal\",\"reason\":\"correction\",\"figures\":1}",
                        false)
                .statusCode(200)
                .body("items.indicator", contains("loans-balance"));
        series("loan-deposit-ratio", region, "1961").body("items", empty());
        series("deposits-balance", region, "1961").body("items", hasSize(1));
    }

    @Test
    void aWithdrawalOfThePastHasItsDay() {
        String region = "441226";
        report(item("premium-income", region, "1971", "1", "CNY_100M", ",\"releasedAt\":\"1972-03-01T00:00:00Z\""));
        String body = "{\"indicator\":\"premium-income\",\"region\":\"" + region
                + "\",\"from\":\"1971\",\"to\":\"1971\",\"reason\":\"correction\",\"figures\":1,\"releasedAt\":\"";
        withdraw("city-officer", body + "1972-02-01T00:00:00Z\"}", false)
                .spec(Problems.at(422, "withdrawn-before-released", "/releasedAt"));
        withdraw("city-officer", body + "2099-02-01T00:00:00Z\"}", true)
                .spec(Problems.at(422, "released-in-future", "/releasedAt"));
        withdraw("city-officer", body + "1973-01-01T00:00:00Z\"}", false).statusCode(200);
        String read = "/api/v1/indicators/premium-income/observations?region=" + region
                + "&from=1971&to=1971&axis=released&asOf=";
        as("city-officer").get(read + "1972-12-31T00:00:00Z").then().body("items.value", contains(1));
        as("city-officer").get(read + "1973-01-01T00:00:00Z").then().body("items", empty());
    }

    @Test
    void whoReportsNothingTakesNothingBack() {
        String body = "{\"indicator\":\"premium-income\",\"region\":\"441226\",\"reason\":\"correction\"}";
        withdraw("district-441202", body, true).spec(Problems.at(403, "region-not-in-scope", "/region"));
        withdraw("auditor", body, true).statusCode(403);
        given().contentType("application/json")
                .body(body)
                .post(PATH + ":withdraw")
                .then()
                .statusCode(401);
        withdraw("city-officer", "{\"reason\":\"correction\"}", true).spec(Problems.at(422, "field-missing", "/"));
        withdraw("city-officer", body.replace("premium-income", "no-series"), true)
                .spec(Problems.at(422, "unknown-indicator", "/indicator"))
                .body("errors[0].accepted", hasItem("premium-income"));
        withdraw("city-officer", body.replace("441226", "999999"), true)
                .spec(Problems.at(422, "unknown-region", "/region"));
        withdraw("city-officer", body.replace("correction", "whim"), true)
                .spec(Problems.at(422, "unknown-reason", "/reason"));
        withdraw("city-officer", body.replace("}", ",\"from\":\"soon\"}"), true)
                .spec(Problems.at(422, "invalid-period", "/from"));
    }
}
