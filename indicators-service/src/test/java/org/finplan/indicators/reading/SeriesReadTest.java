package org.finplan.indicators.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.indicators.reporting.Reports.report;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of figures on read: by frequency, by growth, by unit; and what is refused. */
@FinplanTest
class SeriesReadTest {

    @Test
    @Tag("I12")
    void monthlyAndQuarterlyTurnoverAddsUpToTheYearAndAStockIsNeverAdded() {
        for (String quarter : new String[] {"2021-Q1", "2021-Q2", "2021-Q3"}) {
            report("city-officer", item("securities-turnover", "441223", quarter, "100.5", "CNY_100M", ""))
                    .statusCode(200);
        }
        for (String month : new String[] {"2021-10", "2021-11"}) {
            report("city-officer", item("securities-turnover", "441223", month, "10", "CNY_100M", ""))
                    .statusCode(200);
        }
        read("securities-turnover", "region=441223&from=2021&to=2021&frequency=year")
                .body("items", hasSize(1))
                .body("items[0].value", nullValue())
                .body("items[0].computed.gap", equalTo("part-missing"))
                .body("items[0].computed.missing", contains("2021-12"));

        report("city-officer", item("securities-turnover", "441223", "2021-12", "10", "CNY_100M", ""))
                .statusCode(200);

        read("securities-turnover", "region=441223&from=2021&to=2021&frequency=year")
                .body("items[0].period", equalTo("2021"))
                .body("items[0].value", equalTo(331.5f))
                .body("items[0].status", equalTo("estimated"))
                .body("items[0].computed.inputs", hasSize(6))
                .body("items[0].id", nullValue());
        read("securities-turnover", "region=441223&from=2021&to=2021&transform=cumulative&frequency=quarter")
                .body("items.period", contains("2021-03-YTD", "2021-06-YTD", "2021-09-YTD", "2021-12-YTD"))
                .body("items.value", contains(100.5f, 201.0f, 301.5f, 331.5f));

        as("city-officer")
                .get("/api/v1/indicators/green-credit/observations?region=441200&transform=cumulative")
                .then()
                .spec(Problems.at(422, "transform-not-possible", "?transform"))
                .body("errors[0].accepted", contains("yoy", "change"));
        read("green-credit", "region=441200&from=2019&to=2020&frequency=year")
                .body("items.period", contains("2019", "2020"))
                .body("items[1].value", equalTo(141.02f));
    }

    @Test
    @Tag("I15")
    void growthOfManufacturingLoansOf2020Is3290OnTheSameMonthOfTheYearBefore() {
        read("manufacturing-loans", "region=441200&from=2020&to=2020&transform=yoy")
                .body("items", hasSize(1))
                .body("items[0].value.toDouble()", closeTo(32.90, 0.005))
                .body("items[0].unit", equalTo("PCT"))
                .body("items[0].computed.inputs.value", contains(205.16f, 154.37f));
    }

    @Test
    @Tag("I16")
    void growthOfGreenCreditOf2020Is1371() {
        read("green-credit", "region=441200&from=2020&to=2020&transform=yoy")
                .body("items[0].value.toDouble()", closeTo(13.71, 0.005));
        read("green-credit", "region=441200&from=2020&to=2020&transform=yoy&unit=TIMES")
                .body("items[0].value.toDouble()", closeTo(0.1371, 0.00005));
        read("green-credit", "region=441200&from=2020&to=2020&transform=change").body("items[0].value", equalTo(17.0f));
    }

    @Test
    @Tag("I15")
    void publishedGrowthIsHeldAgainstTheLevels() {
        as("city-officer")
                .get("/api/v1/indicators/manufacturing-loans/growth?region=441200&from=2020&to=2020")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("growth"))
                .body("items[0].published", equalTo(32.9f))
                .body("items[0].state", equalTo("agrees"))
                .body("items[0].levels", hasSize(2));
        report(
                        "city-officer",
                        item("green-credit", "441226", "2020", "110", "CNY_100M", "") + ","
                                + item("green-credit", "441226", "2019", "100", "CNY_100M", "") + ","
                                + item("green-credit", "441226", "2020", "3", "PCT", ",\"kind\":\"growth\"") + ","
                                + item(
                                        "green-credit",
                                        "441226",
                                        "2020",
                                        "10",
                                        "PCT",
                                        ",\"kind\":\"growth_comparable_prices\""))
                .statusCode(200)
                .body("counts.created", equalTo(4));
        as("city-officer")
                .get("/api/v1/indicators/green-credit/growth?region=441226")
                .then()
                .body("items.kind", contains("growth", "growth_comparable_prices"))
                .body("items.state", contains("differs", "agrees"))
                .body("items[0].difference", equalTo(-7.0f));
        as("city-officer")
                .get("/api/v1/indicators/green-credit/growth")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?region"));
    }

    @Test
    @Tag("I17")
    void theNamesOfOneIndicatorLeadToIt() {
        for (String name : new String[] {"普惠型小微企业贷款余额", "普惠小微贷款余额", "inclusive-sme-loans"}) {
            as("city-officer")
                    .get("/api/v1/indicators/{code}", name)
                    .then()
                    .statusCode(200)
                    .body("code", equalTo("inclusive-sme-loans"));
            as("city-officer")
                    .get("/api/v1/indicators/{code}/observations?region=441200&from=2020&to=2020", name)
                    .then()
                    .statusCode(200)
                    .body("items.value", contains(203.6f))
                    .body("items.indicator", contains("inclusive-sme-loans"));
        }
        report("city-officer", item("普惠型小微企业贷款余额", "441226", "2021", "9", "CNY_100M", ""))
                .statusCode(200);
        report("city-officer", item("inclusive-sme-loans", "441226", "2021", "9", "CNY_100M", ""))
                .body("counts.unchanged", equalTo(1));
    }

    @Test
    @Tag("I18")
    void theRuralBanksFigureNeverOverwritesTheCitys() {
        read("agricultural-loans", "region=441200&from=2020&to=2020").body("items.value", contains(769.82f));
        read("rcb-agricultural-loans", "region=441200&from=2020&to=2020").body("items.value", contains(305.94f));
        report(
                        "city-officer",
                        item(
                                "rcb-agricultural-loans",
                                "441200",
                                "2020",
                                "306",
                                "CNY_100M",
                                ",\"reason\":\"correction\""))
                .statusCode(200);
        read("agricultural-loans", "region=441200&from=2020&to=2020").body("items.value", contains(769.82f));
    }

    @Test
    @Tag("I23")
    void aRankIsStoredAndNeverAddedOrAveraged() {
        read("deposits-rank-in-province", "region=441200").body("items.value", contains(12));
        read("deposits-share-of-province", "region=441200").body("items.value", contains(1.08f));
        for (String made : new String[] {"frequency=year", "transform=yoy", "transform=change"}) {
            as("city-officer")
                    .get("/api/v1/indicators/deposits-rank-in-province/observations?region=441200&" + made)
                    .then()
                    .statusCode(422)
                    .body("errors[0].accepted", hasSize(0));
        }
        as("city-officer")
                .get("/api/v1/indicators/deposits-share-of-province/observations?region=441200&transform=yoy")
                .then()
                .spec(Problems.at(422, "transform-not-possible", "?transform"))
                .body("errors[0].accepted", contains("change"));
    }

    @Test
    @Tag("I11")
    void aCompanyThatMovesLeavesOneCountAndEntersTheOtherOnTheSameDate() {
        report(
                        "city-officer",
                        item("regional-equity-displayed-companies", "441200", "2021-03-31", "117", "ENTERPRISE", "")
                                + "," + item("neeq-quoted-companies", "441200", "2021-03-31", "17", "ENTERPRISE", ""))
                .statusCode(200)
                .body("counts.created", equalTo(2));
        read(
                        "regional-equity-displayed-companies",
                        "region=441200&from=2020&to=2021-03&transform=change&frequency=quarter")
                .body("items.period", hasItem("2021-Q1"));
        read("regional-equity-displayed-companies", "region=441200&from=2021-03&to=2021-03")
                .body("items.value", contains(117));
        read("neeq-quoted-companies", "region=441200&from=2021-03&to=2021-03").body("items.value", contains(17));
        read("listed-quoted-companies", "region=441200&from=2021-03&to=2021-03").body("items", hasSize(0));
    }

    @Test
    @Tag("I32")
    void aValueComesInTheUnitAskedForAndAsPrinted() {
        read("financing-total-implied", "region=441200&kind=all").statusCode(200);
        String trillions = "region=REF-GBA-T1&kind=all&from=2020&to=2020";
        as("city-officer")
                .get("/api/v1/indicators/financial-value-added/observations?" + trillions)
                .then()
                .body("items.find { it.value == 11800 }.printed", equalTo("1.18万亿元"));
        read("financial-value-added", "region=REF-GBA-T1&from=2020&to=2020&unit=CNY_1T")
                .body("items.find { it.printed == '1.18万亿元' }.value", equalTo(1.18f))
                .body("items.find { it.printed == '1.18万亿元' }.unit", equalTo("CNY_1T"));
        as("city-officer")
                .get("/api/v1/indicators/financial-value-added/observations?region=REF-GBA-T1&unit=PCT")
                .then()
                .spec(Problems.at(422, "unit-of-another-kind", "?unit"))
                .body("errors[0].accepted", hasItems("CNY", "CNY_100M", "CNY_1T"));
        as("city-officer")
                .get("/api/v1/indicators/financial-value-added/observations?region=REF-GBA-T1&unit=EUR")
                .then()
                .spec(Problems.at(422, "unknown-unit", "?unit"));
    }

    @Test
    @Tag("I26")
    void figuresOfReferenceRegionsAreTakenAndStayOutsideTheCity() {
        for (String region : new String[] {"440000", "REF-GBA", "REF-CN", "REF-WORLD"}) {
            asBoundTo("city-officer", region)
                    .body("{\"items\":[" + item("green-credit", region, "2018", "1000", "CNY_100M", "") + "]}")
                    .post("/api/v1/observations")
                    .then()
                    .statusCode(200);
        }
        as("city-officer")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&period=2025&region=441200&children=true")
                .then()
                .statusCode(200)
                .body("items.region", hasItem("441202"))
                .body("items.region", not(hasItem("REF-CN")))
                .body("items.region", not(hasItem("440000")));
    }

    @Test
    void aRegionAnswersWithTheFiguresOfTheCodeThatItTookThePlaceOf() {
        report("city-officer", item("gdp", "441283", "2013", "350", "CNY_100M", ""))
                .statusCode(200);
        report("city-officer", item("gdp", "441204", "2016", "400", "CNY_100M", ""))
                .statusCode(200);
        report("city-officer", item("gdp", "441204", "2013", "350", "CNY_100M", ""))
                .spec(Problems.at(422, "region-not-in-force", "/items/0/region"))
                .body("errors[0].accepted", contains("441283"));
        report("city-officer", item("gdp", "441283", "2016", "350", "CNY_100M", ""))
                .spec(Problems.at(422, "region-not-in-force", "/items/0/region"))
                .body("errors[0].accepted", contains("441204"));

        read("gdp", "region=441204&from=2013&to=2016").body("items.region", containsInAnyOrder("441283", "441204"));
        read("gdp", "region=441204&from=2013&to=2016&frequency=year")
                .body("items.region", everyItem(equalTo("441204")))
                .body("items.period", contains("2013", "2014", "2015", "2016"))
                .body("items.value", contains(350, null, null, 400))
                .body("items[1].computed.missing", contains("2014"))
                .body("items[0].computed.inputs[0].region", equalTo("441283"));
        as("district-441204")
                .get("/api/v1/indicators/gdp/observations?region=441283")
                .then()
                .statusCode(200)
                .body("items.value", contains(350));
        as("city-officer").get("/api/v1/regions/441283").then().body("successor", equalTo("441204"));
    }

    @Test
    void changedVintagesLeaveOutVersionsWithTheSameValueAndTombstonesComeAfterAnInstant() {
        report("city-officer", item("gdp", "441284", "2019", "5", "CNY_100M", ""))
                .statusCode(200);
        report(
                        "city-officer",
                        item("gdp", "441284", "2019", "5", "CNY_100M", ",\"status\":\"final\",\"reason\":\"routine\""))
                .body("counts.revised", equalTo(1));
        report("city-officer", item("gdp", "441284", "2019", "6", "CNY_100M", ",\"reason\":\"census\""))
                .statusCode(200);
        Instant before = Instant.now();
        String where = "region=441284&from=2019&to=2019";
        read("gdp", where + "&vintages=changed").body("items.version", contains(1, 3));
        read("gdp", where + "&updatedAfter=" + before).body("items", hasSize(0));

        String id = as("city-officer")
                .get("/api/v1/indicators/gdp/observations?" + where)
                .path("items[0].id");
        as("city-officer")
                .header("If-Match", "\"3\"")
                .body("{\"reason\":\"correction\"}")
                .post("/api/v1/observations/" + id + ":withdraw")
                .then()
                .statusCode(200);

        theWithdrawalIsATombstoneAndTheRestStays(where, before, id);
    }

    private static void theWithdrawalIsATombstoneAndTheRestStays(String where, Instant before, String id) {
        read("gdp", where).body("items", hasSize(0));
        read("gdp", where + "&updatedAfter=" + before)
                .body("items.withdrawn", contains(true))
                .body("items.version", contains(4));
        read("gdp", where + "&vintages=changed").body("items.version", contains(1, 3, 4));
        as("city-officer")
                .get("/api/v1/observations/" + id + "?asOf=" + before)
                .then()
                .body("versions.version", contains(1, 2, 3));
        as("city-officer")
                .get("/api/v1/indicators/gdp/revisions?" + where)
                .then()
                .statusCode(200)
                .body("triangle.vintages", hasSize(4))
                .body("triangle.rows[0].values", contains(5, 5, 6, null))
                .body("triangle.rows[0].first", equalTo(5))
                .body("triangle.rows[0].latest", nullValue())
                .body("triangle.rows[0].observation", notNullValue())
                .body("triangle.rows[0].steps.source.title", everyItem(notNullValue()))
                .body("triangle.rows[0].steps.reason", contains(null, "routine", "census", "correction"));
    }

    @ParameterizedTest
    @CsvSource({
        "updatedAfter=2026-02-01T00:00:00Z&asOf=2026-01-01T00:00:00Z,422,as-of-before-updated-after,?asOf",
        "frequency=fortnight,400,invalid-parameter,?frequency",
        "transform=log,400,invalid-parameter,?transform",
        "transform=yoy&vintages=all,400,invalid-parameter,?vintages",
        "transform=yoy&updatedAfter=2026-01-01T00:00:00Z,400,invalid-parameter,?updatedAfter",
        "transform=yoy&unit=CNY_100M,422,unit-of-another-kind,?unit",
        "kind=average_growth&frequency=year,422,frequency-not-possible,?frequency",
    })
    void whatCannotBeReadSaysWhy(String query, int status, String code, String pointer) {
        as("city-officer")
                .get("/api/v1/indicators/green-credit/observations?region=441200&" + query)
                .then()
                .spec(Problems.at(status, code, pointer));
    }

    @Test
    void pagesOfComputedValuesFollowEachOther() {
        String query = "region=441200&from=2019&to=2025&transform=yoy&limit=1";
        String cursor = read("green-credit", query).extract().path("nextCursor");
        assertThat(cursor).isNotNull();
        read("green-credit", query + "&cursor=" + cursor)
                .body("items", hasSize(1))
                .body("items[0].period", not(equalTo("2019-12-31")));
    }

    @Test
    void aSourceMayHavePublishedBeforeTheSuiteLearnedItButNotInTheFuture() {
        report(
                        "city-officer",
                        item("gdp", "441225", "2018", "7", "CNY_100M", ",\"releasedAt\":\"2019-02-01T00:00:00Z\""))
                .statusCode(200);
        read("gdp", "region=441225&from=2018&to=2018")
                .body("items[0].releasedAt", equalTo("2019-02-01T00:00:00Z"))
                .body("items[0].recordedAt", notNullValue())
                .body("items[0].audience", equalTo("internal"));
        read("gdp", "region=441225&from=2018&to=2018&asOf=2020-01-01T00:00:00Z").body("items", hasSize(0));
        report(
                        "city-officer",
                        item("gdp", "441225", "2017", "7", "CNY_100M", ",\"releasedAt\":\"2199-02-01T00:00:00Z\""))
                .spec(Problems.at(422, "released-in-future", "/items/0/releasedAt"));
        read("green-credit", "region=441200&from=2020&to=2020")
                .body("items[0].releasedAt", equalTo("2022-04-14T16:00:00Z"))
                .body("items[0].audience", equalTo("public"));
    }

    private static ValidatableResponse read(String indicator, String query) {
        return as("city-officer")
                .get("/api/v1/indicators/" + indicator + "/observations?" + query)
                .then()
                .statusCode(200);
    }
}
