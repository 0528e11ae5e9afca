package org.finplan.indicators.due;

import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is due and not there. */
@FinplanTest
class MissingFiguresTest {

    @Test
    @Tag("I34")
    void aDuePeriodWithoutAValueIsListedByIndicatorAndRegionUntilItIsReported() {
        missing("&indicator=agricultural-loans&region=441200&from=2021&to=2021")
                .body("items.region", contains("441200"))
                .body("items.period", contains("2021"))
                .body("items[0].dueOn", equalTo("2022-03-31"))
                .body("items[0].dueProvisional", equalTo(true))
                .body("items[0].toldAt", nullValue())
                .body("items[0].name.zh", equalTo("涉农贷款余额"));

        as("city-officer")
                .body("{\"items\":[{\"indicator\":\"agricultural-loans\",\"region\":\"441200\",\"period\":\"2021-12\","
                        + "\"value\":800,\"unit\":\"CNY_100M\"}]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);

        missing("&indicator=agricultural-loans&region=441200").body("items.period", not(hasItem("2021")));
        missing("&indicator=agricultural-loans&region=441200&asOf=2022-06-01T00:00:00Z")
                .body("items.period", contains("2021"));
        missing("&indicator=agricultural-loans&region=441202&from=2021&to=2022")
                .body("items.region", everyItem(equalTo("441202")))
                .body("items.period", contains("2021", "2022"));
    }

    /** Nobody delivered the share of value added in 441225; its formula gives it, and takes it back with its inputs. */
    @Test
    @Tag("I34")
    void whatAFormulaGivesIsNotMissing() {
        String share = "&indicator=financial-value-added-share&region=441225&from=2022&to=2022";
        missing(share).body("items.period", contains("2022"));
        as("city-officer")
                .body("{\"items\":[" + sample("financial-value-added", "5") + "," + sample("gdp", "100") + "]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
        missing(share).body("items", hasSize(0));
        missing(share + "&asOf=2023-06-01T00:00:00Z").body("items.period", contains("2022"));

        String gdp = as("city-officer")
                .get("/api/v1/indicators/gdp/observations?region=441225&from=2022&to=2022")
                .path("items[0].id");
        as("city-officer")
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"correction\"}")
                .post("/api/v1/observations/" + gdp + ":withdraw")
                .then()
                .statusCode(200);
        missing(share).body("items.period", contains("2022"));
    }

    @Test
    @Tag("I34")
    void nothingIsDueBeforeItsDay() {
        missing("&asOf=2022-03-30T00:00:00Z").body("items.size()", equalTo(0));
    }

    /** 90 days after the end of 2023 is a Saturday; 2026 has its notice. */
    @Test
    void aDayOffIsNobodysLastDay() {
        String series = "&indicator=agricultural-loans&region=441203";
        missing(series + "&from=2023&to=2023").body("items[0].dueOn", equalTo("2024-04-01"));
        missing(series + "&asOf=2024-03-31T12:00:00Z").body("items.period", not(hasItem("2023")));
        missing(series + "&from=2025&to=2025")
                .body("items[0].dueOn", equalTo("2026-03-31"))
                .body("items[0].dueProvisional", equalTo(false));
    }

    /** The last figures that it asks for are those of 2025. */
    @Test
    @Tag("I34")
    void anEndedPlanAsksForNoFigureOfALaterYear() {
        missing("&from=2026").body("items", hasSize(0));
    }

    @Test
    void whatIsUnknownIsRefused() {
        as("city-officer")
                .get("/api/v1/observations:missing")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?plan"));
        as("city-officer")
                .get("/api/v1/observations:missing?plan=zq-fin-14fyp&indicator=gdp")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?indicator"));
        as("district-441203")
                .get("/api/v1/observations:missing?plan=zq-fin-14fyp&region=441202")
                .then()
                .spec(Problems.of(404, "not-found"));
    }

    private static String sample(String series, String value) {
        return "{\"indicator\":\"" + series + "\",\"region\":\"441225\",\"period\":\"2022\",\"value\":" + value
                + ",\"unit\":\"CNY_100M\",\"source\":{\"title\":\"演示样本 sample\"}}";
    }

    private static ValidatableResponse missing(String more) {
        return as("city-officer")
                .get("/api/v1/observations:missing?plan=zq-fin-14fyp" + more)
                .then()
                .statusCode(200);
    }
}
