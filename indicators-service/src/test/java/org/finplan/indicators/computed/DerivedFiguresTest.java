package org.finplan.indicators.computed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.testing.TestEvents.Received;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the plan's formulas give on the figures that are there, and how it follows them. */
@FinplanTest
class DerivedFiguresTest {

    @Test
    @Tag("I20")
    void theLoanDepositRatioIsComputedAndExplained() {
        derived("loan-deposit-ratio", "441200", "2020", "&explain=true")
                .body("items", hasSize(1))
                .body("items[0].value", equalTo(85.9157f))
                .body("items[0].unit", equalTo("PCT"))
                .body("items[0].formula", equalTo("loan-deposit-ratio@1"))
                .body("items[0].agrees", equalTo(true))
                .body("items[0].delivered.value", equalTo(85.92f))
                .body("items[0].observation.version", equalTo(1))
                .body("items[0].inputs.series", contains("loans-balance", "deposits-balance"))
                .body("items[0].inputs[0].value", equalTo(2485.6f))
                .body("items[0].inputs[0].figure.version", equalTo(1))
                .body("items[0].inputs[1].figure.source", notNullValue())
                .body("items[0].missing", nullValue());
    }

    @Test
    @Tag("I20")
    void withoutAnInputTheValueIsMissingAndNotZero() {
        post("loans-balance", "441223", "2021", "80", "CNY_100M");
        derived("loan-deposit-ratio", "441223", "2021", "")
                .body("items[0].value", nullValue())
                .body("items[0].missing.code", contains("no-figure"))
                .body("items[0].missing[0].alias", equalTo("DEPOSITS_BALANCE"))
                .body("items[0].missing[0].region", equalTo("441223"))
                .body("items[0].missing[0].period", equalTo("2021-12-31"))
                .body("items[0].missing[0].column", equalTo(17));
        figures("loan-deposit-ratio", "441223", "2021").body("items", hasSize(0));

        String deposits = post("deposits-balance", "441223", "2021-12", "100", "CNY_100M");
        derived("loan-deposit-ratio", "441223", "2021", "").body("items[0].value", equalTo(80.0f));
        figures("loan-deposit-ratio", "441223", "2021")
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("computed"))
                .body("items[0].source.quality", equalTo("computed"))
                .body("items[0].source.reference", equalTo("loan-deposit-ratio@1"))
                .body("items[0].derivation", equalTo("LOANS_BALANCE / DEPOSITS_BALANCE * 100"));

        as("city-officer")
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"correction\"}")
                .post("/api/v1/observations/" + deposits + ":withdraw")
                .then()
                .statusCode(200);
        figures("loan-deposit-ratio", "441223", "2021").body("items", hasSize(0));
        derived("loan-deposit-ratio", "441223", "2021", "")
                .body("items[0].value", nullValue())
                .body("items[0].observation", nullValue());
    }

    @Test
    @Tag("I21")
    void depthIsReproducedAndDensityNeedsAPopulation() {
        derived("insurance-depth", "441200", "2020", "&explain=true")
                .body("items[0].value", equalTo(3.3271f))
                .body("items[0].delivered.value", equalTo(3.33f))
                .body("items[0].agrees", equalTo(true))
                .body("items[0].inputs.value", contains(76.91f, 2311.65f));
        derived("insurance-density", "441200", "2020", "")
                .body("items[0].value", nullValue())
                .body("items[0].missing.code", contains("only-implied"))
                .body("items[0].missing[0].series", equalTo("resident-population"))
                .body("items[0].delivered.value", equalTo(1836.59f));

        post("premium-income", "441284", "2022", "8", "CNY_100M");
        post("resident-population", "441284", "2022", "64", "PERSON_10K");
        derived("insurance-density", "441284", "2022", "").body("items[0].value", equalTo(1250.0f));
    }

    @Test
    @Tag("I04")
    void aNewInputRecomputesTheShareAndADeliveredOneThatDiffersIsKeptAndFlagged() {
        post("financial-value-added", "441224", "2021", "5", "CNY_100M");
        post("gdp", "441224", "2021", "100", "CNY_100M");
        figures("financial-value-added-share", "441224", "2021").body("items.value", contains(5.0f));

        post("financial-value-added-share", "441224", "2021", "5.0", "PCT");
        derived("financial-value-added-share", "441224", "2021", "")
                .body("items[0].agrees", equalTo(true))
                .body("items[0].difference", equalTo(0.0f));

        revise("gdp", "441224", "2021", "90", "CNY_100M");
        derived("financial-value-added-share", "441224", "2021", "")
                .body("items[0].value", equalTo(5.5556f))
                .body("items[0].delivered.value", equalTo(5.0f))
                .body("items[0].difference", equalTo(-0.5556f))
                .body("items[0].agrees", equalTo(false))
                .body("items[0].observation.version", equalTo(2));
        figures("financial-value-added-share", "441224", "2021")
                .body("items.value", contains(5.5556f, 5.0f))
                .body("items.primary", contains(false, true));
        derived("financial-value-added-share", "441224", "2021", "&differing=true")
                .body("items", hasSize(1));
        derived("loan-deposit-ratio", "441200", "2020", "&differing=true").body("items", hasSize(0));
    }

    @Test
    @Tag("I10")
    void listedAndQuotedCompaniesAddUpAndTheRegionalMarketIsApart() {
        post("listed-companies", "441225", "2021-12-31", "2", "ENTERPRISE");
        post("neeq-quoted-companies", "441225", "2021-12-31", "3", "ENTERPRISE");
        post("regional-equity-displayed-companies", "441225", "2021-12-31", "40", "ENTERPRISE");

        figures("listed-quoted-companies", "441225", "2021").body("items.value", contains(5));
        derived("listed-quoted-companies", "441200", "2020", "")
                .body("items[0].value", equalTo(25))
                .body("items[0].agrees", equalTo(true));
    }

    @Test
    @Tag("I11")
    void aCompanyThatMovesLeavesOneCountAndEntersTheOtherOnTheSameDate() {
        String market = "regional-equity-displayed-companies";
        post("listed-companies", "441226", "2021-12-31", "1", "ENTERPRISE");
        post("neeq-quoted-companies", "441226", "2021-12-31", "1", "ENTERPRISE");
        post(market, "441226", "2021-12-31", "10", "ENTERPRISE");
        report(item("neeq-quoted-companies", "441226", "2021-12-31", "2", "ENTERPRISE") + ","
                + item(market, "441226", "2021-12-31", "9", "ENTERPRISE"));

        String quoted = figures("listed-quoted-companies", "441226", "2021")
                .body("items.value", contains(3))
                .extract()
                .path("items[0].recordedAt");
        figures(market, "441226", "2021")
                .body("items.value", contains(9))
                .body("items[0].recordedAt", notNullValue())
                .body("items[0].period", equalTo("2021-12-31"));
        assertThat(quoted).isNotNull();
    }

    @Test
    @Tag("I13")
    void theShareOfDirectFinancingIsTakenAsDelivered() {
        as("city-officer")
                .get("/api/v1/derived/direct-financing-ratio")
                .then()
                .statusCode(200)
                .body("current.active", equalTo(false))
                .body("current.note.zh", containsString("INC-08"))
                .body("current.note.en", containsString("21.98"));
        derived("direct-financing-ratio", "441200", "2020", "").body("items", hasSize(0));
        figures("direct-financing-ratio", "441200", "2020").body("items.value", contains(20.23f));
    }

    @Test
    @Tag("I14")
    void thePartsOfThePremiumTargetAddUp() {
        derived("premium-income", "441200", "2025", "&kind=target&explain=true")
                .body("items[0].value", equalTo(115.0f))
                .body("items[0].inputs.value", contains(35, 80))
                .body("items[0].inputs.kind", everyItem(equalTo("target")));
        derived("gdp-2025-implied", "441200", "2025", "").body("items[0].value", equalTo(3396.23f));
        derived("loan-deposit-ratio-2025", "441200", "2025", "").body("items[0].value", equalTo(89.8462f));
    }

    @ParameterizedTest
    @CsvSource({
        "npl-ratio, 2020, 0.9394",
        "financial-institutions, 2020, 87",
        "real-estate-loans-share, 2020, 47.3125",
        "capital-market-to-loan-increment, 2020, 13.0317",
        "leading-industries-output, 2020, 1346.94",
        "metal-processing-output-share, 2020, 25.3410",
        "loan-deposit-ratio-2015, 2015, 71.8640",
        "deposits-increment, 2020, 1096.69",
        "loans-increment, 2020, 1194.66",
        "manufacturing-loans-share, 2020, 8.2539",
        "green-credit-share, 2020, 5.6735",
        "inclusive-sme-loans-share, 2020, 8.1912",
        "agricultural-loans-share, 2020, 30.9712"
    })
    void theFormulasOfThePlanAreComputedOnItsFigures(String code, String year, String value) {
        String shown = derived(code, "441200", year, "").extract().asString();

        assertThat(shown).contains("\"value\":" + value + ",");
        figures(code, "441200", year).body("items.status", hasItem("computed"));
    }

    @Test
    void attainmentAndEventsFollowTheFormula() {
        as("city-officer")
                .body("{\"plan\":\"zq-fin-14fyp\",\"indicator\":\"financial-value-added-share\",\"region\":\"441203\","
                        + "\"year\":2025,\"comparator\":\"ge\",\"value\":4,\"unit\":\"PCT\",\"baseline\":{\"year\":2020,"
                        + "\"value\":3},\"reason\":\"sample\"}")
                .post("/api/v1/targets")
                .then()
                .statusCode(201);
        post("financial-value-added", "441203", "2025", "9", "CNY_100M");
        post("gdp", "441203", "2025", "180", "CNY_100M");

        as("city-officer")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&region=441203&period=2025")
                .then()
                .statusCode(200)
                .body("items[1].actual.value", equalTo(5.0f))
                .body("items[1].state", equalTo("achieved"));
        Received told = TestEvents.await(
                        "indicators.events",
                        event -> event.key().equals("observation/financial-value-added-share/441203/share"),
                        1)
                .get(0);
        assertThat(told.data().get("formula").textValue()).isEqualTo("financial-value-added-share@1");
        assertThat(told.data().get("value").decimalValue()).isEqualByComparingTo("5");
        assertThat(told.data().get("status").textValue()).isEqualTo("computed");
    }

    @Test
    void whatWasKnownBeforeARevisionStaysReadable() {
        post("premium-income", "441202", "2027", "3", "CNY_100M");
        post("gdp", "441202", "2027", "100", "CNY_100M");
        String before = figures("insurance-depth", "441202", "2027").extract().path("items[0].recordedAt");
        revise("gdp", "441202", "2027", "150", "CNY_100M");

        derived("insurance-depth", "441202", "2027", "").body("items[0].value", equalTo(2.0f));
        derived("insurance-depth", "441202", "2027", "&asOf=" + before)
                .body("items[0].value", equalTo(3.0f))
                .body("items[0].observation.version", equalTo(1));
        as("city-officer")
                .get("/api/v1/indicators/insurance-depth/observations?region=441202&from=2027&to=2027&vintages=all")
                .then()
                .body("items.value", contains(3.0f, 2.0f))
                .body("items.reason", contains(null, "correction"));
    }

    @Test
    void pagesAndParametersAreChecked() {
        String path = "/api/v1/derived/npl-ratio/observations";
        as("auditor")
                .header("Prefer", "count=exact")
                .get(path + "?limit=1")
                .then()
                .body("total", greaterThan(0));
        as("city-officer").get(path + "?region=999999").then().spec(Problems.at(404, "not-found", "?region"));
        as("city-officer").get(path + "?from=soon").then().spec(Problems.at(400, "invalid-parameter", "?from"));
        as("city-officer").get(path + "?kind=guess").then().spec(Problems.at(400, "invalid-parameter", "?kind"));
        as("city-officer").get(path + "?explain=1").then().spec(Problems.at(400, "invalid-parameter", "?explain"));
        as("city-officer").get("/api/v1/derived/gdp/observations").then().spec(Problems.of(404, "not-found"));
        RestAssured.given().get(path).then().spec(Problems.of(401, "unauthenticated"));
        as("city-officer")
                .body("{\"items\":["
                        + item("npl-ratio", "441202", "2021", "1", "PCT").replace("}", ",\"status\":\"computed\"}")
                        + "]}")
                .post("/api/v1/observations")
                .then()
                .spec(Problems.at(422, "unknown-status", "/items/0/status"));
    }

    private static ValidatableResponse derived(String code, String region, String year, String more) {
        return as("city-officer")
                .get("/api/v1/derived/" + code + "/observations?region=" + region + "&from=" + year + "&to=" + year
                        + more)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse figures(String code, String region, String year) {
        return as("city-officer")
                .get("/api/v1/indicators/" + code + "/observations?region=" + region + "&kind=all&from=" + year + "&to="
                        + year)
                .then()
                .statusCode(200);
    }

    private static String post(String series, String region, String period, String value, String unit) {
        report(item(series, region, period, value, unit));
        List<String> ids = as("city-officer")
                .get("/api/v1/indicators/" + series + "/observations?region=" + region + "&from=" + period + "&to="
                        + period)
                .path("items.findAll { it.primary }.id");
        return ids.get(0);
    }

    private static void revise(String series, String region, String period, String value, String unit) {
        post(series, region, period, value, unit);
    }

    private static void report(String items) {
        as("city-officer")
                .body("{\"items\":[" + items + "]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
    }

    private static String item(String series, String region, String period, String value, String unit) {
        return "{\"indicator\":\"" + series + "\",\"region\":\"" + region + "\",\"period\":\"" + period
                + "\",\"value\":" + value + ",\"unit\":\"" + unit + "\",\"reason\":\"correction\"}";
    }
}
