package org.finplan.indicators.reporting;

import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.indicators.reporting.Reports.report;
import static org.finplan.indicators.reporting.Reports.series;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import org.finplan.platform.testing.FinplanTest;
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
