package org.finplan.indicators.reading;

import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every read of figures on both axes, on vintages (演示样本) that were released long before they are brought along. */
@FinplanTest
class AxisTest {

    private static final String REGION = "441203";
    private static final String LOANS = "loans-balance";
    private static final String JUNE = "2024-06-01T00:00:00Z";
    private static final String OCTOBER = "2024-10-01T00:00:00Z";

    private static final String PLACE = "region=441203&from=2023&to=2023";
    private static final String PLAN = "plan=zq-fin-14fyp&period=2023";
    private static final String ATTAINMENT = "/api/v1/attainment?region=441203&" + PLAN;
    private static final String DERIVED = "/api/v1/derived/loan-deposit-ratio/observations?" + PLACE;
    private static final String GROWTH = "/api/v1/indicators/loans-balance/growth?" + PLACE;
    private static final String MISSING =
            "/api/v1/observations:missing?plan=zq-fin-14fyp&indicator=loans-balance&" + PLACE;
    private static final String RECONCILIATION = "/api/v1/reconciliations?" + PLAN + "&indicator=";
    private static final String SERIES = "/api/v1/indicators/loans-balance/observations?" + PLACE;
    private static final String REVISIONS = "/api/v1/indicators/loans-balance/revisions?" + PLACE;

    /** By number of version, the vintage of February comes after that of April. */
    @Test
    void byReleaseAFigureOfAnOldVintageIsSeenAndByTheRecordItIsNot() {
        bring("2024-09-01", loans("2023", "120"));
        bring("2024-04-01", loans("2023", "110"));
        bring(
                "2024-02-01",
                loans("2022", "100"),
                loans("2023", "105"),
                item(LOANS, REGION, "2023", "10.0", "PCT", ",\"kind\":\"growth\""),
                item("deposits-balance", REGION, "2023", "200", "CNY_100M", ""),
                item("npl-balance", REGION, "2023", "2", "CNY_100M", ""),
                item("premium-income", REGION, "2023", "10", "CNY_100M", ""),
                item("premium-income", REGION, "2023-S1", "3", "CNY_100M", ""),
                item("premium-income", REGION, "2023-S2", "4", "CNY_100M", ""));

        attainment();
        derived();
        growth();
        oneFigure();
        missing();
        reconciliation();
    }

    private static void attainment() {
        String value = "items.find { it.indicator == 'loans-balance' }.actual";
        released(ATTAINMENT, JUNE).body(value + ".value", equalTo(110)).body("asOf", equalTo(JUNE));
        released(ATTAINMENT, OCTOBER).body(value + ".value", equalTo(120));
        recorded(ATTAINMENT, JUNE).body(value, nullValue());
    }

    private static void derived() {
        released(DERIVED, JUNE)
                .body("items.value", contains(55.0f))
                .body("items[0].formula", equalTo("loan-deposit-ratio@1"))
                .body("items[0].observation", nullValue());
        released(DERIVED, OCTOBER).body("items.value", contains(60.0f));
        released(DERIVED + "&differing=true", JUNE).body("items", empty());
        recorded(DERIVED, JUNE).body("items", empty());
    }

    private static void growth() {
        released(GROWTH, JUNE)
                .body("items.computed", contains(10.0f))
                .body("items[0].state", equalTo("agrees"))
                .body("items[0].levels.value", contains(100, 110));
        released(GROWTH, OCTOBER).body("items[0].state", equalTo("differs"));
        recorded(GROWTH, JUNE).body("items", empty());
    }

    private static void oneFigure() {
        String figure = "/api/v1/observations/" + as("city-officer").get(SERIES).path("items[0].id");
        released(figure, JUNE)
                .body("versions.value", contains(105, 110))
                .body("current.value", equalTo(110))
                .header("ETag", "\"4\"");
        released(figure, OCTOBER)
                .body(
                        "versions.releasedAt.unique()",
                        contains("2024-02-01T00:00:00Z", "2024-04-01T00:00:00Z", "2024-09-01T00:00:00Z"))
                .body("current.version", equalTo(5));
        as("city-officer").get(at(figure, JUNE)).then().spec(Problems.of(404, "not-found"));
    }

    private static void missing() {
        released(MISSING, JUNE).body("items", empty());
        recorded(MISSING, JUNE).body("items.period", contains("2023"));
    }

    private static void reconciliation() {
        released(RECONCILIATION + LOANS, JUNE)
                .body("items[0].parts.region", contains(REGION))
                .body("items[0].parts.value", contains(110));
        recorded(RECONCILIATION + LOANS, JUNE).body("items[0].parts", empty());
        released(RECONCILIATION + "premium-income", JUNE).body("items[0].parts[0].contradictedBy", notNullValue());
        // By release a formula counts as it stands now; by the record there was none yet.
        released(RECONCILIATION + "npl-ratio", JUNE)
                .body("items[0].formula", equalTo("npl-ratio@1"))
                .body("items[0].missing", not(hasItem(REGION)));
        recorded(RECONCILIATION + "npl-ratio", JUNE).body("items[0].formula", nullValue());
    }

    @Test
    void byReleaseTargetsCountAsTheyStandNowAndByTheRecordAsTheyWereRecorded() {
        String ofTheCity = "/api/v1/attainment?plan=zq-fin-14fyp&period=2025&region=441200";
        String target = "items.find { it.indicator == 'green-credit' }.target";
        released(ofTheCity, "2022-01-01T00:00:00Z").body(target + ".value", equalTo(351));
        recorded(ofTheCity, "2022-01-01T00:00:00Z").body(target, nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ATTAINMENT,
                DERIVED,
                GROWTH,
                MISSING,
                RECONCILIATION + LOANS,
                SERIES,
                REVISIONS,
                "/api/v1/observations/00000000-0000-0000-0000-000000000000"
            })
    void anotherAxisIsRefused(String read) {
        as("city-officer")
                .get(at(read, JUNE) + "&axis=elsewhere")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?axis"))
                .body("errors[0].accepted", contains("recorded", "released"));
    }

    private static void bring(String day, String... items) {
        as("city-admin")
                .body("{\"title\":\"sample vintage 演示样本\",\"releasedAt\":\"" + day
                        + "T00:00:00Z\",\"audience\":\"internal\",\"vouchedBy\":\"sample voucher\","
                        + "\"source\":{\"title\":\"sample bulletin\"},\"items\":[" + String.join(",", items) + "]}")
                .post("/api/v1/releases:import")
                .then()
                .statusCode(200);
    }

    private static String loans(String period, String value) {
        return item(LOANS, REGION, period, value, "CNY_100M", "");
    }

    private static ValidatableResponse released(String read, String asOf) {
        return as("city-officer").get(at(read, asOf) + "&axis=released").then().statusCode(200);
    }

    private static ValidatableResponse recorded(String read, String asOf) {
        return as("city-officer").get(at(read, asOf) + "&axis=recorded").then().statusCode(200);
    }

    private static String at(String read, String asOf) {
        return read + (read.contains("?") ? "&" : "?") + "asOf=" + asOf;
    }
}
