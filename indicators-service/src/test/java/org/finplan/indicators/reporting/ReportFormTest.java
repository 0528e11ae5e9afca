package org.finplan.indicators.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.indicators.reporting.Reports.PATH;
import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.SeriesQuery;
import org.finplan.indicators.reading.SeriesParameters;
import org.finplan.indicators.series.Frequency;
import org.finplan.indicators.series.Transform;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports with cells that cannot be read, and parameters without a value. */
@FinplanTest
class ReportFormTest {

    private static final String BAD_VALUE = item("gdp", "441224", "2016", "\"12,5\"", "CNY_100M", "");
    private static final String TWO_BAD_CELLS =
            item("gdp", "441224", "2017", "true", "CNY_100M", ",\"releasedAt\":\"soon\",\"source\":{\"titel\":\"a\"}");

    @Inject
    Jdbi jdbi;

    @Test
    void partialKeepsTheGoodRowsAndNamesEachBadCell() {
        String body = "{\"items\":[" + item("gdp", "441224", "2015", "150.50", "CNY_100M", "") + "," + BAD_VALUE + ","
                + TWO_BAD_CELLS + ",7,null," + item("gdp", "441224", "2018", "\"160.50\"", "CNY_100M", "") + "]}";
        long before = Reports.rows(jdbi);
        as("city-officer")
                .body(body)
                .post(PATH + "?mode=partial")
                .then()
                .statusCode(200)
                .body("state", equalTo("completed-with-errors"))
                .body("counts.created", equalTo(2))
                .body("counts.rejected", equalTo(4))
                .body(
                        "errors.pointer",
                        contains(
                                "/items/1/value",
                                "/items/2/value",
                                "/items/2/releasedAt",
                                "/items/2/source/titel",
                                "/items/3",
                                "/items/4"))
                .body("errors[0].value", equalTo("12,5"))
                .body("errors[0].code", equalTo("invalid-number"))
                .body("errors[3].code", equalTo("unknown-property"));
        assertThat(Reports.rows(jdbi)).isEqualTo(before + 2);
        assertThat(read("2015")).contains("\"value\":150.50,");
        assertThat(read("2018")).contains("\"value\":160.50,");
    }

    @Test
    void atomicKeepsNothingAndNamesEachBadCellToo() {
        long before = Reports.rows(jdbi);
        as("city-officer")
                .body("{\"items\":[" + item("gdp", "441224", "2019", "1", "CNY_100M", "") + "," + BAD_VALUE + ","
                        + TWO_BAD_CELLS + "]}")
                .post(PATH)
                .then()
                .spec(Problems.at(400, "invalid-body", "/items/1/value"))
                .body("errors", hasSize(4));
        assertThat(Reports.rows(jdbi)).isEqualTo(before);
    }

    @Test
    void oneKeyIsForOneReportWhateverIsWrongWithIt() {
        String key = UUID.randomUUID().toString();
        String first = "{\"items\":[" + BAD_VALUE + "]}";
        String other = first.replace("12,5", "12;5");
        as("city-officer")
                .header("Idempotency-Key", key)
                .body(first)
                .post(PATH + "?mode=partial")
                .then()
                .statusCode(200);
        as("city-officer")
                .header("Idempotency-Key", key)
                .body(first)
                .post(PATH + "?mode=partial")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
        as("city-officer")
                .header("Idempotency-Key", key)
                .body(other)
                .post(PATH + "?mode=partial")
                .then()
                .spec(Problems.of(422, "idempotency-key-reused"));
    }

    @Test
    void itemsBeyondTheBoundAreCountedNotRead() {
        String items = String.join(",", Collections.nCopies(ObservationReport.MOST_ITEMS + 1, "7"));
        as("city-officer")
                .body("{\"items\":[" + items + "]}")
                .post(PATH + "?mode=partial")
                .then()
                .spec(Problems.at(422, "items-out-of-bounds", "/items"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun", "mode", "dryRun=", "mode=", "dryRun=1", "dryRun=TRUE", "mode=Atomic"})
    void aSwitchWithoutAValueStoresNothing(String query) {
        long before = Reports.rows(jdbi);
        String name = query.split("=", -1)[0];
        as("city-officer")
                .body("{\"items\":[" + item("gdp", "441224", "2020", "1", "CNY_100M", "") + "]}")
                .post(PATH + "?" + query)
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?" + name));
        assertThat(Reports.rows(jdbi)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/indicators/gdp/observations, frequency",
        "/api/v1/indicators/gdp/observations, transform",
        "/api/v1/indicators/gdp/observations, vintages",
        "/api/v1/indicators/gdp/observations, sort",
        "/api/v1/indicators/gdp/observations, kind",
        "/api/v1/attainment, children",
        "/api/v1/derived/loan-deposit-ratio/observations, explain",
        "/api/v1/derived/loan-deposit-ratio/observations, differing",
        "/api/v1/releases, state",
        "/api/v1/disputed-cells, state"
    })
    void aChoiceWithoutAValueIsNoDefault(String path, String name) {
        String plan = path.endsWith("attainment") ? "plan=zq-fin-14fyp&" : "";
        as("city-officer").get(path + "?" + plan + name).then().spec(Problems.at(400, "invalid-parameter", "?" + name));
    }

    @Test
    void everyChoiceOfTheDocumentIsOneOfTheCodes() throws NoSuchFieldException {
        assertThat(listed("frequency")).containsExactlyElementsOf(Frequency.codes());
        assertThat(listed("transform")).containsExactlyElementsOf(Transform.codes());
        assertThat(listed("vintages")).containsExactlyElementsOf(SeriesQuery.Vintages.codes());
        assertThat(listed("kind"))
                .containsExactlyElementsOf(Stream.concat(
                                Arrays.stream(ObservationKind.values()).map(ObservationKind::code), Stream.of("all"))
                        .toList());
    }

    /** The text of the answer: a client's numbers would not show the digits. */
    private static String read(String year) {
        return Reports.series("gdp", "441224", year).extract().asString();
    }

    private static String[] listed(String field) throws NoSuchFieldException {
        return SeriesParameters.class
                .getDeclaredField(field)
                .getAnnotation(Parameter.class)
                .schema()
                .enumeration();
    }
}
