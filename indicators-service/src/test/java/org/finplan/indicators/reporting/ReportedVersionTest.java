package org.finplan.indicators.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.indicators.reporting.Reports.report;
import static org.finplan.indicators.reporting.Reports.series;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Test;

/** What makes another version of a figure, and for which reason. */
@FinplanTest
class ReportedVersionTest {

    @Test
    void whateverAReaderCanSeeMakesAVersionThoughTheValueStays() {
        report("city-officer", item("gdp", "441203", "1986", "40", "CNY_100M", ",\"status\":\"preliminary\""))
                .body("counts.created", equalTo(1));
        for (String more : List.of(
                ",\"status\":\"final\"",
                ",\"source\":{\"title\":\"sample bulletin\"}",
                ",\"note\":\"sample note\"",
                ",\"releasedAt\":\"2020-01-01T00:00:00Z\"")) {
            report("city-officer", item("gdp", "441203", "1986", "40", "CNY_100M", more))
                    .statusCode(200)
                    .body("counts.revised", equalTo(1));
            report("city-officer", item("gdp", "441203", "1986", "40", "CNY_100M", more))
                    .statusCode(200)
                    .body("counts.unchanged", equalTo(1));
        }
        series("gdp", "441203", "1986")
                .body("items[0].version", equalTo(5))
                .body("items[0].reason", equalTo("routine"))
                .body("items[0].status", equalTo("final"))
                .body("items[0].source.title", equalTo("sample bulletin"))
                .body("items[0].note", equalTo("sample note"));
    }

    @Test
    void aComputedFigureIsRevisedForTheReasonOfItsOwnInputs() {
        String both = item("loans-balance", "441202", "1987-12-31", "50", "CNY_100M", "%s") + ","
                + item("deposits-balance", "441202", "1987-12-31", "100", "CNY_100M", "");
        String other = item("loans-balance", "441203", "1987-12-31", "60", "CNY_100M", "%s") + ","
                + item("deposits-balance", "441203", "1987-12-31", "100", "CNY_100M", "");
        report("city-officer", both.formatted("") + "," + other.formatted("")).statusCode(200);
        report(
                        "city-officer",
                        item("loans-balance", "441202", "1987-12-31", "51", "CNY_100M", ",\"reason\":\"census\"") + ","
                                + item(
                                        "loans-balance",
                                        "441203",
                                        "1987-12-31",
                                        "61",
                                        "CNY_100M",
                                        ",\"reason\":\"correction\""))
                .statusCode(200);
        series("loan-deposit-ratio", "441202", "1987").body("items.reason", contains("census"));
        series("loan-deposit-ratio", "441203", "1987").body("items.reason", contains("correction"));
    }

    @Test
    void whatWasReleasedBeforeTakesItsPlaceInTheHistoryAndTheLaterReleaseGoesOnCounting() {
        report("city-officer", released("1.60", "2003-01-01T00:00:00Z")).body("counts.created", equalTo(1));
        report("city-officer", released("1.55", "2002-12-01T00:00:00Z"))
                .body("counts.revised", equalTo(1))
                .body("warnings.code", contains("late-arrival"))
                .body("warnings.pointer", contains("/items/0/releasedAt"));
        series("premium-income", "441225", "1989")
                .body("items.value", contains(1.6f))
                .body("items[0].releasedAt", equalTo("2003-01-01T00:00:00Z"));
        as("city-officer")
                .get("/api/v1/indicators/premium-income/observations?region=441225&from=1989&to=1989&vintages=all")
                .then()
                .body("items.value", contains(1.6f, 1.55f, 1.6f))
                .body("items.recordedAt.unique()", hasSize(2));
        report("city-officer", released("1.65", "2003-02-01T00:00:00Z")).body("warnings", hasSize(0));
        series("premium-income", "441225", "1989").body("items.value", contains(1.65f));
    }

    @Test
    void byReleaseAFigureIsKnownSinceItsSourcePublishedItWheneverItWasRecorded() {
        for (String[] vintage : new String[][] {
            {"7.1", "2004-01-01T00:00:00Z"}, {"7.2", "2004-03-01T00:00:00Z"}, {"6.9", "2003-11-01T00:00:00Z"}
        }) {
            report(
                            "city-officer",
                            item(
                                    "premium-income",
                                    "441226",
                                    "1990",
                                    vintage[0],
                                    "CNY_100M",
                                    ",\"reason\":\"routine\",\"releasedAt\":\"" + vintage[1] + "\""))
                    .statusCode(200);
        }
        String where = "/api/v1/indicators/premium-income/%s?region=441226&from=1990&to=1990";
        for (String[] known : new String[][] {
            {"2003-10-01T00:00:00Z", null},
            {"2003-12-01T00:00:00Z", "6.9"},
            {"2004-02-01T00:00:00Z", "7.1"},
            {"2004-04-01T00:00:00Z", "7.2"}
        }) {
            List<Object> values = as("city-officer")
                    .get(where.formatted("observations") + "&axis=released&asOf=" + known[0])
                    .jsonPath()
                    .getList("items.value.collect { it.toString() }");
            assertThat(values).as(known[0]).isEqualTo(known[1] == null ? List.of() : List.of(known[1]));
        }
        as("city-officer")
                .get(where.formatted("observations") + "&asOf=2004-04-01T00:00:00Z")
                .then()
                .body("items", hasSize(0));
        as("city-officer")
                .get(where.formatted("revisions") + "&axis=released")
                .then()
                .body(
                        "triangle.vintages",
                        contains("2003-11-01T00:00:00Z", "2004-01-01T00:00:00Z", "2004-03-01T00:00:00Z"))
                .body("triangle.rows[0].values", contains(6.9f, 7.1f, 7.2f));
        as("city-officer")
                .get(where.formatted("revisions") + "&axis=released&asOf=2004-02-01T00:00:00Z")
                .then()
                .body("triangle.rows[0].values", contains(6.9f, 7.1f));
        as("city-officer")
                .get(where.formatted("observations") + "&axis=released&vintages=first")
                .then()
                .body("items.value", contains(6.9f));
        as("city-officer")
                .get(where.formatted("observations") + "&axis=released&vintages=changed")
                .then()
                .body("items.value", containsInAnyOrder(6.9f, 7.1f, 7.2f));
        as("city-officer")
                .get(where.formatted("observations") + "&axis=vintage")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?axis"));
    }

    private static String released(String value, String at) {
        return item(
                "premium-income",
                "441225",
                "1989",
                value,
                "CNY_100M",
                ",\"reason\":\"routine\",\"releasedAt\":\"" + at + "\"");
    }
}
