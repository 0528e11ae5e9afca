package org.finplan.tasks.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Set;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the notice for 2026 that the bundled plan has; the sample plan of the other city has one for 2027. */
@FinplanTest
class WorkingDayTest {

    private static final String DAYS = "/api/v1/working-days";

    @Test
    void theYear2026Has248WorkingDaysByItsNotice() {
        JsonPath year = as("district-441202")
                .get(DAYS + "?from=2026-01-01&to=2026-12-31")
                .then()
                .statusCode(200)
                .body("count", equalTo(248))
                .body("provisional", equalTo(false))
                .body("days", hasSize(365))
                .extract()
                .jsonPath();
        assertThat(year.getList("days.notice", String.class)).containsOnly("国办发明电〔2025〕7号");
        assertThat(year.getBoolean("days.find { it.date == '2026-10-01' }.working"))
                .as("National Day, a Thursday")
                .isFalse();
        assertThat(year.getBoolean("days.find { it.date == '2026-10-10' }.working"))
                .as("a Saturday that is worked")
                .isTrue();
    }

    @Test
    void aYearWithoutANoticeKnowsWeekendsOnlyAndSaysSo() {
        as("city-officer")
                .get(DAYS + "?from=2026-12-31&to=2027-01-03")
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("provisional", equalTo(true))
                .body("days.working", contains(true, true, false, false))
                .body("days.notice", contains("国办发明电〔2025〕7号", null, null, null));
        as("city-officer-SAMPLE-CITY")
                .get(DAYS + "?from=2026-12-31&to=2027-01-03")
                .then()
                .body("count", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30,  1, 2026-10-08, false",
        "2026-09-30,  3, 2026-10-10, false",
        "2026-10-01,  0, 2026-10-08, false",
        "2026-10-08, -1, 2026-09-30, false",
        "2026-12-31,  1, 2027-01-01, true"
    })
    void workingDaysAreAdded(String from, int days, String date, boolean provisional) {
        as("risk-officer")
                .get(DAYS + ":add?from=" + from + "&days=" + days)
                .then()
                .statusCode(200)
                .body("date", equalTo(date))
                .body("provisional", equalTo(provisional));
    }

    @ParameterizedTest
    @CsvSource({
        "?to=2026-01-31,                      from, 2000-01-01/2099-12-31",
        "?from=2026-01-31&to=2026-01-30,      to,   2026-01-31/2029-02-03",
        "?from=2026-01-31&to=2029-02-04,      to,   2026-01-31/2029-02-03",
        "?from=1999-12-31&to=2000-01-02,      from, 2000-01-01/2099-12-31",
        "?from=2026-01-32&to=2026-02-01,      from, 2026-01-31",
        ":add?from=2026-01-31,                days, -1000..1000",
        ":add?from=2026-01-31&days=1001,      days, -1000..1000",
        ":add?from=2026-01-31&days=-2147483648, days, -1000..1000",
        ":add?days=1,                         from, 2000-01-01/2099-12-31"
    })
    void anotherQuestionIsToldWhatIsTaken(String query, String parameter, String accepted) {
        as("city-officer")
                .get(DAYS + query)
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?" + parameter))
                .body("errors[0].accepted", contains(accepted));
    }

    @Test
    void whoReadsSeveralCitiesNamesOneAndTheOthersTheirOwn() {
        String both = Tokens.of("sample", Set.of("auditor"), List.of("441200", "SAMPLE-CITY"), List.of());
        Requests.withToken(both)
                .get(DAYS + "?from=2027-01-01&to=2027-01-01")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?city"))
                .body("errors[0].accepted", contains("441200", "SAMPLE-CITY"));
        Requests.withToken(both)
                .get(DAYS + "?from=2027-01-01&to=2027-01-01&city=SAMPLE-CITY")
                .then()
                .statusCode(200)
                .body("count", equalTo(0));
        as("city-officer")
                .get(DAYS + "?from=2027-01-01&to=2027-01-01&city=SAMPLE-CITY")
                .then()
                .spec(Problems.of(404, "not-found"));
    }
}
