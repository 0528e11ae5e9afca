package org.finplan.indicators.reconciliation;

import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.asBoundTo;
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
import java.util.List;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The city against its parts, on sample figures (演示样本) of periods that no published figure has. */
@FinplanTest
class ReconciliationTest {

    private static final List<String> DIVISIONS =
            List.of("441202", "441203", "441204", "441284", "441223", "441224", "441225", "441226");
    private static final List<String> ZONES = List.of("LOCAL-HTZ", "LOCAL-ZNA", "LOCAL-YGCZ", "LOCAL-CITYLEVEL");
    private static final String DISPUTES = "/api/v1/disputed-cells";

    @Test
    @Tag("I28")
    void valuesOfDivisionsAndZonesAreHeldAgainstTheCityAndOverwriteNothing() {
        DIVISIONS.forEach(region -> post("green-credit", region, "2018", "10"));
        ZONES.subList(0, 3).forEach(region -> post("green-credit", region, "2018", "2"));
        post("green-credit", "441200", "2018", "90.5");

        report("green-credit", "2018")
                .body("items[0].sum", equalTo(86))
                .body("items[0].difference", equalTo(4.5f))
                .body("items[0].state", equalTo("agrees"));
        post("green-credit", "441200", "2018", "97.5");
        report("green-credit", "2018")
                .body("items[0].state", equalTo("differs"))
                .body("items[0].parts", hasSize(11))
                .body("items[0].missing", hasSize(0))
                .body("items[0].whole.value", equalTo(97.5f))
                .body("counts.differs", equalTo(1));
        post("green-credit", "LOCAL-CITYLEVEL", "2018", "11.5");
        report("green-credit", "2018")
                .body("items[0].difference", equalTo(0.0f))
                .body("items[0].state", equalTo("agrees"));
    }

    @Test
    @Tag("I26")
    void referenceRegionsNeverEnterASum() {
        post("loans-balance", "440000", "2017", "100000");
        post("loans-balance", "441202", "2017", "400");
        report("loans-balance", "2017")
                .body("items[0].sum", equalTo(400))
                .body("items[0].parts.region", contains("441202"))
                .body("items[0].state", equalTo("no-data"));
    }

    @Test
    void theSpanOfThePlanIsReconciledAsPlanAndAsItsYears() {
        post("securities-turnover", "441202", "PLAN", "3");
        post("securities-turnover", "441203", "2021/2025", "4");
        for (String notation : List.of("PLAN", "2021/2025")) {
            report("securities-turnover", notation)
                    .body("period", equalTo("2021/2025"))
                    .body("items[0].sum", equalTo(7))
                    .body("items[0].missing", not(hasItem("441202")));
        }
        as("city-officer")
                .body(cell("securities-turnover", "441202", "PLAN"))
                .post(DISPUTES)
                .then()
                .statusCode(201)
                .body("period", equalTo("2021/2025"));
    }

    /** Sums of 6 and 400 give 1.5 percent, while the mean of the parts' own ratios would be far off. */
    @Test
    void aRatioIsRecomputedFromWhatThePartsHaveAndWhatIsMissingIsNamed() {
        DIVISIONS.subList(0, 7).forEach(region -> post("loans-balance", region, "2016", "50"));
        DIVISIONS.subList(1, 8).forEach(region -> post("npl-balance", region, "2016", "0.5"));
        post("npl-ratio", "441200", "2016", "1.50", "PCT");
        report("npl-ratio", "2016")
                .body("items[0].state", equalTo("incomplete"))
                .body("items[0].sum", nullValue())
                .body("items[0].difference", nullValue())
                .body("items[0].formula", equalTo("npl-ratio@1"))
                .body("items[0].missing", containsInAnyOrder("441202", "441226"))
                .body("items[0].missingFigures.find { it.region == '441202' }.series", equalTo("npl-balance"))
                .body("items[0].missingFigures.find { it.region == '441226' }.series", equalTo("loans-balance"))
                .body("items[0].missingFigures.period", everyItem(equalTo("2016-12-31")));

        post("npl-balance", "441202", "2016", "2.5");
        post("loans-balance", "441226", "2016", "30");
        post("loans-balance", "LOCAL-HTZ", "2016", "20");
        report("npl-ratio", "2016").body("items[0].missing", contains("LOCAL-HTZ"));
        post("npl-balance", "LOCAL-HTZ", "2016", "0");
        report("npl-ratio", "2016")
                .body("items[0].state", equalTo("agrees"))
                .body("items[0].sum", equalTo(1.5f))
                .body("items[0].missing", hasSize(0))
                .body("items[0].missingFigures", hasSize(0));
        post("npl-ratio", "441200", "2016", "1.52", "PCT");
        report("npl-ratio", "2016")
                .body("items[0].state", equalTo("differs"))
                .body("items[0].difference", equalTo(0.02f));
    }

    /** 高要市 was 441283 until 2015, 高要区 is 441204 since: either stands for it in 2015, and both count once. */
    @Test
    void inTheYearInWhichACodeChangedOneOfBothIsEnough() {
        DIVISIONS.stream()
                .filter(region -> !region.equals("441204"))
                .forEach(region -> post("agricultural-loans", region, "2015", "10"));
        post("agricultural-loans", "441200", "2015", "80");
        report("agricultural-loans", "2015")
                .body("items[0].state", equalTo("incomplete"))
                .body("items[0].missing", contains("441204"));
        post("agricultural-loans", "441283", "2015", "10");
        report("agricultural-loans", "2015")
                .body("items[0].state", equalTo("agrees"))
                .body("items[0].parts.region", hasItem("441283"))
                .body("items[0].missing", hasSize(0));
        post("agricultural-loans", "441204", "2015", "10");
        report("agricultural-loans", "2015")
                .body("items[0].state", equalTo("agrees"))
                .body("items[0].sum", equalTo(80))
                .body("items[0].parts.region", hasItem("441204"))
                .body("items[0].parts.region", not(hasItem("441283")));
    }

    @Test
    void disputedCellsAreWorkForARegionUntilTheFiguresAgreeOrTheExplanationIsAccepted() {
        DIVISIONS.forEach(region -> post("inclusive-sme-loans", region, "2018", "10.00"));
        post("inclusive-sme-loans", "441200", "2018", "85.00");
        String id = dispute("441203")
                .statusCode(201)
                .body("difference", equalTo(5.0f))
                .extract()
                .path("id");
        dispute("441203").spec(Problems.of(409, "dispute-exists"));
        report("inclusive-sme-loans", "2018").body("items[0].disputes", contains(id));
        as("district-441203")
                .get(DISPUTES + "?state=open&indicator=inclusive-sme-loans")
                .then()
                .body("items.id", contains(id))
                .body("items[0].allowedActions", contains("explain"));
        as("district-441202").get(DISPUTES + "/" + id).then().spec(Problems.of(404, "not-found"));

        step("city-officer", id, "\"1\"", "accept").spec(Problems.of(409, "step-not-possible"));
        step("city-officer", id, "\"1\"", "settle").spec(Problems.of(409, "still-differs"));
        step("district-441203", id, "\"3\"", "explain").spec(Problems.of(412, "precondition-failed"));
        as("district-441203")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(DISPUTES + "/" + id + ":explain")
                .then()
                .spec(Problems.at(422, "field-missing", "/note"));
        step("district-441203", id, "\"1\"", "explain")
                .statusCode(200)
                .body("state", equalTo("explained"))
                .body("difference", equalTo(5.0f));
        step("district-441203", id, "\"2\"", "accept").spec(Problems.of(403, "forbidden"));
        step("city-officer", id, "\"2\"", "return").statusCode(200).body("state", equalTo("open"));
        post("inclusive-sme-loans", "441203", "2018", "15.00");
        step("city-officer", id, "\"3\"", "settle")
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("difference", equalTo(0.0f))
                .body("allowedActions", hasSize(0))
                .body("steps.state", contains("open", "explained", "open", "closed"));
        report("inclusive-sme-loans", "2018").body("items[0].disputes", hasSize(0));
    }

    @Test
    void anExplanationCanBeAccepted() {
        post("manufacturing-loans", "441202", "2016", "10");
        String id = as("city-officer")
                .body(cell("manufacturing-loans", "441202", "2016"))
                .post(DISPUTES)
                .then()
                .statusCode(201)
                .body("difference", nullValue())
                .extract()
                .path("id");
        step("district-441202", id, "\"1\"", "explain").statusCode(200);
        step("city-officer", id, "\"2\"", "accept").statusCode(200).body("state", equalTo("closed"));
    }

    @Test
    void onlyWhoReadsAllPartsReconciles() {
        as("district-441202")
                .get("/api/v1/reconciliations?plan=zq-fin-14fyp&period=2018")
                .then()
                .spec(Problems.of(403, "forbidden"));
        as("auditor")
                .get("/api/v1/reconciliations?plan=zq-fin-14fyp&period=2018")
                .then()
                .statusCode(200)
                .body("items", hasSize(15))
                .body("items.find { it.indicator == 'direct-financing-ratio' }.state", equalTo("does-not-add-up"))
                .body("items.find { it.indicator == 'npl-ratio' }.state", equalTo("no-data"));
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        String report = "/api/v1/reconciliations?plan=zq-fin-14fyp";
        as("auditor").get("/api/v1/reconciliations").then().spec(Problems.at(400, "invalid-parameter", "?plan"));
        as("auditor").get(report).then().spec(Problems.at(400, "invalid-parameter", "?period"));
        as("auditor")
                .get(report + "&period=2018&indicator=none")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?indicator"));
        as("auditor").get(report + "&period=2018&region=441202").then().spec(Problems.at(404, "not-found", "?region"));
        as("auditor").get(DISPUTES + "?state=odd").then().spec(Problems.at(400, "invalid-parameter", "?state"));
        as("auditor").get(DISPUTES + "/" + UUID.randomUUID()).then().spec(Problems.of(404, "not-found"));
        as("auditor")
                .body(cell("green-credit", "441202", "2018"))
                .post(DISPUTES)
                .then()
                .spec(Problems.of(403, "forbidden"));
        as("city-officer")
                .body("{\"plan\":\"zq-fin-14fyp\",\"indicator\":\"odd\",\"period\":\"20\",\"region\":\"440000\"}")
                .post(DISPUTES)
                .then()
                .spec(Problems.of(422, "unknown-code"))
                .body("errors.pointer", hasItems("/indicator", "/period", "/note"));
        as("city-officer")
                .body(cell("green-credit", "440000", "2018"))
                .post(DISPUTES)
                .then()
                .spec(Problems.at(422, "unknown-code", "/region"))
                .body("errors[0].accepted", hasItem("441226"))
                .body("errors[0].message", notNullValue());
    }

    private static void post(String indicator, String region, String period, String value) {
        post(indicator, region, period, value, "CNY_100M");
    }

    private static void post(String indicator, String region, String period, String value, String unit) {
        asBoundTo("city-officer", region)
                .body("{\"items\":[{\"indicator\":\"" + indicator + "\",\"region\":\"" + region + "\",\"period\":\""
                        + period
                        + "\",\"value\":" + value + ",\"unit\":\"" + unit + "\",\"reason\":\"correction\","
                        + "\"source\":{\"title\":\"演示样本 sample\"}}]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse report(String indicator, String period) {
        return as("auditor")
                .get("/api/v1/reconciliations?plan=zq-fin-14fyp&period=" + period + "&indicator=" + indicator)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse dispute(String region) {
        return as("city-officer")
                .body(cell("inclusive-sme-loans", region, "2018"))
                .post(DISPUTES)
                .then();
    }

    private static ValidatableResponse step(String caller, String id, String ifMatch, String action) {
        return as(caller)
                .header("If-Match", ifMatch)
                .body(action.equals("settle") ? "" : "{\"note\":\"演示样本 sample\"}")
                .post(DISPUTES + "/" + id + ":" + action)
                .then();
    }

    private static String cell(String indicator, String region, String period) {
        return "{\"plan\":\"zq-fin-14fyp\",\"indicator\":\"" + indicator + "\",\"period\":\"" + period
                + "\",\"region\":\"" + region + "\",\"note\":\"演示样本 sample\"}";
    }
}
