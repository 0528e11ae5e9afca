package org.finplan.indicators.reading;

import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.indicators.reporting.Reports.report;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;

import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a series measures decides how its figures are combined, not the notation that they are written in. */
@FinplanTest
class SeriesMeasureTest {

    @ParameterizedTest
    @CsvSource({
        "high-tech-enterprises, ENTERPRISE",
        "resident-population, PERSON_10K",
        "banking-institutions, INSTITUTION"
    })
    void ofACountAYearHasTheValueAtItsEndAndNeverTheSumOfItsQuarters(String series, String unit) {
        for (int quarter = 1; quarter <= 4; quarter++) {
            report(
                            "city-officer",
                            item(series, "441223", "1994-Q" + quarter, Integer.toString(290 + 10 * quarter), unit, ""))
                    .statusCode(200);
        }
        as("city-officer")
                .get("/api/v1/indicators/" + series + "/observations?region=441223&from=1994&to=1994&frequency=year")
                .then()
                .body("items.value", contains(330));
    }

    @Test
    void anAverageIsOnlyWhatWasDelivered() {
        as("city-officer")
                .get("/api/v1/indicators/insurance-density/observations?frequency=year")
                .then()
                .spec(Problems.at(422, "frequency-not-possible", "?frequency"));
    }

    /** A share of a flow is no flow: what four quarters have of a whole is not added. */
    @Test
    void aShareIsNeverASumWhateverItsSeriesMeasures() {
        for (int quarter = 1; quarter <= 4; quarter++) {
            report("city-officer", item("gdp", "441223", "1994-Q" + quarter, "30", "PCT", ",\"kind\":\"share\""))
                    .statusCode(200);
        }
        String shares = "/api/v1/indicators/gdp/observations?region=441223&from=1994&to=1994&kind=share";
        as("city-officer").get(shares).then().body("items.value", contains(30, 30, 30, 30));
        as("city-officer")
                .get(shares + "&frequency=year")
                .then()
                .spec(Problems.at(422, "frequency-not-possible", "?frequency"));
        as("city-officer")
                .get(shares + "&transform=cumulative")
                .then()
                .spec(Problems.at(422, "transform-not-possible", "?transform"))
                .body("errors[0].accepted", contains("change"));
    }
}
