package org.finplan.indicators.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.indicators.reporting.Reports.PATH;
import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.indicators.reporting.Reports.report;
import static org.finplan.indicators.reporting.Reports.series;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.testing.TestEvents.Received;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of figures: what is stored, what is refused, and that a refused one leaves nothing behind. */
@FinplanTest
class ObservationReportTest {

    @Inject
    Jdbi jdbi;

    @Test
    void aNewFigureIsCreatedAndTheSameAgainIsUnchanged() {
        report("city-officer", item("loans-balance", "441200", "2021", "2800.5", "CNY_100M", ""))
                .statusCode(200)
                .body("id", notNullValue())
                .body("state", equalTo("completed"))
                .body("mode", equalTo("atomic"))
                .body("counts.created", equalTo(1))
                .body("errors", hasSize(0));
        report("city-officer", item("loans-balance", "441200", "2021-12-31", "2800.50", "CNY_100M", ""))
                .body("counts.unchanged", equalTo(1))
                .body("counts.created", equalTo(0));
        series("loans-balance", "441200", "2021")
                .body("items", hasSize(1))
                .body("items[0].value", equalTo(2800.5f))
                .body("items[0].version", equalTo(1))
                .body("items[0].status", equalTo("preliminary"))
                .body("items[0].source.quality", equalTo("reported"))
                .body("items[0].recordedBy", equalTo("city-officer"));
    }

    @Test
    @Tag("I33")
    void anotherValueNeedsAReasonAndBecomesAVersionTheOldOneStaysReadableAndARevisionIsTold() {
        report("city-officer", item("gdp", "441202", "2021", "400.1", "CNY_100M", ""))
                .statusCode(200);
        report("city-officer", item("gdp", "441202", "2021", "401", "CNY_100M", ""))
                .spec(Problems.at(422, "reason-required", "/items/0/reason"))
                .body("errors[0].accepted", hasItems("routine", "correction", "census"));
        Instant between = Instant.now();
        report("city-officer", item("gdp", "441202", "2021", "401", "CNY_100M", ",\"reason\":\"correction\""))
                .statusCode(200)
                .body("counts.revised", equalTo(1));

        series("gdp", "441202", "2021").body("items.value", contains(401)).body("items[0].version", equalTo(2));
        as("city-officer")
                .get("/api/v1/indicators/gdp/observations?region=441202&from=2021&to=2021&vintages=all")
                .then()
                .body("items.version", contains(1, 2))
                .body("items[1].reason", equalTo("correction"));
        as("city-officer")
                .get("/api/v1/indicators/gdp/observations?region=441202&from=2021&to=2021&vintages=first")
                .then()
                .body("items.value", contains(400.1f));
        as("city-officer")
                .get("/api/v1/indicators/gdp/observations?region=441202&from=2021&to=2021&asOf=" + between)
                .then()
                .body("items.value", contains(400.1f));
        theRevisionIsTold();
    }

    /** A revision is an {@code observation.recorded} with a version above 1, the value before and the reason. */
    private static void theRevisionIsTold() {
        List<Received> told = TestEvents.await(
                "indicators.events",
                event -> event.key().equals("observation/gdp/441202/level")
                        && event.data().path("period").asText().equals("2021"),
                2);
        assertThat(told).extracting(Received::type).containsOnly("org.finplan.indicators.observation.recorded.v1");
        assertThat(told)
                .extracting(event -> event.data().get("version").intValue())
                .containsExactly(1, 2);
        assertThat(told.get(0).data().has("previousValue")).isFalse();
        assertThat(told.get(1).data().get("previousValue").decimalValue()).isEqualByComparingTo("400.1");
        assertThat(told.get(1).data().get("value").decimalValue()).isEqualByComparingTo("401");
        assertThat(told.get(1).data().get("reason").textValue()).isEqualTo("correction");
        assertThat(told.get(1).data().get("observation"))
                .isEqualTo(told.get(0).data().get("observation"));
    }

    @Test
    void anotherUnitOfTheKindIsConvertedExactlyAndReported() {
        report("city-officer", item("gdp", "441203", "2021", "1500000.5", "CNY_10K", ""))
                .statusCode(200)
                .body("conversions", hasSize(1))
                .body("conversions[0].unit", equalTo("CNY_10K"))
                .body("conversions[0].storedUnit", equalTo("CNY_100M"))
                .body("conversions[0].storedValue", equalTo(150.00005f));
        series("gdp", "441203", "2021")
                .body("items[0].unit", equalTo("CNY_100M"))
                .body("items[0].delivered.unit", equalTo("CNY_10K"))
                .body("items[0].delivered.value", equalTo(1500000.5f));
    }

    @ParameterizedTest
    @CsvSource({
        "no-such-thing,441200,2022,1,CNY_100M,unknown-indicator,/items/0/indicator",
        "premium-income,999999,2022,1,CNY_100M,unknown-region,/items/0/region",
        "premium-income,441200,2022,1,EUR,unknown-unit,/items/0/unit",
        "premium-income,441200,2022,1,PCT,unit-of-another-kind,/items/0/unit",
        "premium-income,441200,2022-13,1,CNY_100M,invalid-period,/items/0/period",
        "premium-income,441200,2022-05-03,1,CNY_100M,period-not-for-indicator,/items/0/period",
        "deposits-balance,441200,2021/2025,1,CNY_100M,period-not-for-indicator,/items/0/period",
        "deposits-balance,441200,PLAN,1,CNY_100M,period-not-for-indicator,/items/0/period",
        "green-credit,440000,PLAN,1,CNY_100M,period-not-for-indicator,/items/0/period",
        "premium-income,441200,2025/2021,1,CNY_100M,invalid-period,/items/0/period",
        "premium-income,SAMPLE-EAST,PLAN,1,CNY_100M,invalid-period,/items/0/period",
        "financial-institutions,441200,2022,90.5,INSTITUTION,value-not-possible,/items/0/value",
        "listed-quoted-companies,441200,2022,9,INSTITUTION,unit-of-another-kind,/items/0/unit",
    })
    void whatBreaksARuleIs422WithItsPlaceAndNothingIsStored(
            String indicator, String region, String period, String value, String unit, String code, String pointer) {
        long before = Reports.rows(jdbi);

        // Who is bound to no region that there is may write to none: the second is one.
        asBoundTo("city-officer", region, "441200")
                .body("{\"items\":[" + item(indicator, region, period, value, unit, "") + "]}")
                .post(PATH)
                .then()
                .spec(Problems.at(422, code, pointer))
                .body("errors[0].accepted.size()", org.hamcrest.Matchers.greaterThan(0));

        assertThat(Reports.rows(jdbi)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":[",
                "not json",
                "{\"items\":[{\"indicator\":\"gdp\",\"region\":\"441200\",\"period\":\"2022\",\"value\":NaN,\"unit\":\"CNY_100M\"}]}",
                "{\"items\":[{\"indicator\":\"gdp\",\"region\":\"441200\",\"period\":\"2022\",\"value\":\"NaN\",\"unit\":\"CNY_100M\"}]}",
                "{\"items\":[{\"indicator\":\"gdp\",\"region\":\"441200\",\"period\":\"2022\",\"value\":\"Infinity\",\"unit\":\"CNY_100M\"}]}",
                "{\"items\":[{\"indicator\":\"gdp\",\"surprise\":1}]}",
                "{\"items\":[],\"items\":[]}",
                "{\"items\":{}}"
            })
    void whatIsMalformedIs400AndNothingIsStored(String body) {
        long before = Reports.rows(jdbi);

        as("city-officer")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", notNullValue());

        assertThat(Reports.rows(jdbi)).isEqualTo(before);
    }

    @Test
    void aValueOf400DigitsIsRefusedAsANumberAndAsAString() {
        long before = Reports.rows(jdbi);
        String digits = "9".repeat(400);

        for (String value : List.of(digits, "\"" + digits + "\"", "1e400", "\"0." + digits + "\"")) {
            as("city-officer")
                    .body("{\"items\":[" + item("gdp", "441200", "2022", value, "CNY_100M", "") + "]}")
                    .post(PATH)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }

        assertThat(Reports.rows(jdbi)).isEqualTo(before);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingIsStored() {
        long before = Reports.rows(jdbi);

        as("city-officer")
                .header("Accept-Language", "en")
                .body("{\"items\":[" + item("gdp", "441204", "2022", "5", "CNY_100M", "") + ",{}," + "null,"
                        + item("gdp", "441204", "2022", "6", "CNY_100M", "") + ","
                        + item("x", "y", "z", "1", "q", ",\"status\":\"odd\",\"reason\":\"why\",\"kind\":\"target\"")
                        + "]}")
                .post(PATH)
                .then()
                .spec(Problems.of(422, "items-rejected"))
                .body("errors.pointer", hasItems("/items/1/indicator", "/items/1/value", "/items/2", "/items/3"))
                .body("errors.code", hasItems("unknown-indicator", "unknown-region", "invalid-period", "unknown-unit"))
                .body("errors.code", hasItems("unknown-status", "unknown-reason", "duplicate-item", "field-missing"))
                .body("title", equalTo("Items rejected"));

        assertThat(Reports.rows(jdbi)).isEqualTo(before);
    }

    @Test
    void emptyAndOverlongReportsAreRefused() {
        as("city-officer")
                .body("{\"items\":[]}")
                .post(PATH)
                .then()
                .spec(Problems.at(422, "items-out-of-bounds", "/items"));
        as("city-officer").body("{}").post(PATH).then().spec(Problems.at(422, "items-out-of-bounds", "/items"));
    }

    @Test
    void partialTakesTheGoodItemsAndDryRunTakesNone() {
        String body = "{\"items\":[" + item("gdp", "441284", "2021", "700", "CNY_100M", "") + ","
                + item("gdp", "441284", "2022", "700", "PCT", "") + "]}";
        long before = Reports.rows(jdbi);

        as("city-officer")
                .body(body)
                .post(PATH + "?dryRun=true&mode=partial")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("counts.created", equalTo(1))
                .body("counts.rejected", equalTo(1));
        as("city-officer")
                .body(body)
                .post(PATH + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("state", equalTo("rejected"))
                .body("counts.rejected", equalTo(2))
                .body("errors[0].pointer", equalTo("/items/1/unit"));
        assertThat(Reports.rows(jdbi)).isEqualTo(before);

        as("city-officer")
                .body(body)
                .post(PATH + "?mode=partial")
                .then()
                .statusCode(200)
                .body("state", equalTo("completed-with-errors"))
                .body("errors[0].code", equalTo("unit-of-another-kind"));
        assertThat(Reports.rows(jdbi)).isEqualTo(before + 1);
        as("city-officer")
                .body(body)
                .post(PATH + "?mode=some")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?mode"));
        as("city-officer").body(body).post(PATH + "?force=1").then().spec(Problems.of(400, "unknown-parameter"));
    }

    @Test
    void writersThatMeetLeaveVersionsWithoutGaps() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String value = String.valueOf(100 + i);
                answers.add(writers.submit(() -> report(
                                "city-officer",
                                item("gdp", "441225", "2021", value, "CNY_100M", ",\"reason\":\"routine\""))
                        .extract()
                        .statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            writers.shutdown();
        }
        List<Integer> versions = as("city-officer")
                .get("/api/v1/indicators/gdp/observations?region=441225&from=2021&to=2021&vintages=all")
                .path("items.version");
        assertThat(versions).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void aWriteLeavesAnAuditRecord() {
        report("city-officer", item("gdp", "441226", "2021", "190", "CNY_100M", ""))
                .statusCode(200);

        as("auditor")
                .get("/api/v1/audit?limit=500")
                .then()
                .statusCode(200)
                .body("items.findAll { it.region == '441226' }.action", hasItem("observation.record"));
        as("auditor").get("/api/v1/audit:verify").then().statusCode(200);
    }

    @Test
    void theFlowOfAPlanIsReportedUnderItsSpanOrUnderPlanAndIsOneFigure() {
        report("city-officer", item("premium-income", "441226", "PLAN", "12.5", "CNY_100M", ""))
                .statusCode(200)
                .body("counts.created", equalTo(1));
        report("city-officer", item("premium-income", "441226", "2021/2025", "12.5", "CNY_100M", ""))
                .statusCode(200)
                .body("counts.unchanged", equalTo(1));
        as("city-officer")
                .get("/api/v1/indicators/premium-income/observations?region=441226&from=2021/2025&to=2021/2025")
                .then()
                .statusCode(200)
                .body("items.period", contains("2021/2025"))
                .body("items.periodType", contains("range"))
                .body("items.periodStart", contains("2021-01-01"))
                .body("items.periodEnd", contains("2025-12-31"))
                .body("items.value", contains(12.5f));
    }

    @Test
    void aPrintedLevelOfASpanCanBeRevisedUnderItsSpan() {
        report("city-officer", item("registered-urban-unemployment-rate", "441200", "2016/2020", "2.41", "PCT", ""))
                .spec(Problems.at(422, "reason-required", "/items/0/reason"));
    }

    @Test
    void aFigureOfThePeriodNotOverIsTakenWithAWarning() {
        report("city-officer", item("gdp", "LOCAL-ZNA", "2199", "1", "CNY_100M", ""))
                .statusCode(200)
                .body("warnings[0].code", equalTo("period-not-over"))
                .body("warnings[0].accepted", hasSize(0))
                .body("errors", hasSize(0));
        series("gdp", "LOCAL-ZNA", "2199").body("items[0].reason", nullValue());
    }
}
