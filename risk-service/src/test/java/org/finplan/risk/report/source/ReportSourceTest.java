package org.finplan.risk.report.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.platform.testing.TestEvents;
import org.finplan.risk.institution.SampleInstitution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who delivers how, and who is late. */
@FinplanTest
class ReportSourceTest {

    @Test
    @Tag("R24")
    void eachSourceHasAModeAndTheLateOnesAreListed() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        set(uscc, "institution", periodic("month", 15)).then().statusCode(200).body("lastPeriodEnd", nullValue());
        set(uscc, "account-system", Map.of("mode", "realtime", "graceDays", 2, "since", "2025-01-01"))
                .then()
                .statusCode(200);
        report(uscc, "2199-06", "institution");
        report(uscc, "2199-06-20", "account-system");
        // Fifteen days after the end of July the month is not late yet; the system has been silent for long by then.
        late(uscc, "2199-08-15").then().body("items.source", contains("account-system"));
        late(uscc, "2199-08-16").then().body("items.source", contains("account-system", "institution"));
    }

    @Test
    @Tag("R24")
    void aPeriodicSourceIsLateFromTheDayAfterItsGrace() {
        String uscc = SampleInstitution.registered("pawn", "441202");
        set(uscc, "institution", periodic("quarter", 15)).then().statusCode(200);
        late(uscc, "2025-04-15").then().body("items.size()", equalTo(0));
        late(uscc, "2025-04-16")
                .then()
                .body("items.mode", contains("periodic"), "items.expectedPeriodEnd", contains("2025-03-31"));
        report(uscc, "2025-Q1", "institution");
        // It came after it was due: the event says so.
        assertThat(TestEvents.await("risk.events", "institution/" + uscc, 1)
                        .get(0)
                        .data()
                        .path("late")
                        .asBoolean())
                .isTrue();
        late(uscc, "2199-01-01").then().body("items.lastPeriodEnd", contains("2025-03-31"));
    }

    @Test
    @Tag("R24")
    void aMonthIsNoDeliveryOfTheQuarterThatEndsWithIt() {
        String uscc = SampleInstitution.registered("pawn", "441202");
        set(uscc, "institution", periodic("quarter", 15)).then().statusCode(200);
        report(uscc, "2025-03", "institution");
        late(uscc, "2199-01-01").then().body("items.lastPeriodEnd", contains(nullValue()));
        set(uscc, "institution", periodic("half-year", 15)).then().statusCode(200);
        report(uscc, "2025-S1", "institution");
        late(uscc, "2199-01-01").then().body("items.lastPeriodEnd", contains("2025-06-30"));
    }

    @Test
    void wrongInputIsNamed() {
        String uscc = SampleInstitution.registered("pawn", "441202");
        set(uscc, "institution", Map.of("mode", "sometimes", "graceDays", 1, "since", "2025-01-01"))
                .then()
                .spec(Problems.at(422, "unknown-reporting-mode", "/mode"));
        set(uscc, "institution", periodic("week", 1))
                .then()
                .spec(Problems.at(422, "frequency-not-for-mode", "/frequency"));
        set(uscc, "NOT-A-CODE", periodic("month", 1)).then().spec(Problems.at(422, "invalid-source", "path:source"));
        set("91441200MA0000000X", "institution", periodic("month", 1)).then().spec(Problems.of(404, "not-found"));
        Requests.as("auditor")
                .body(periodic("month", 1))
                .put("/api/v1/institutions/" + uscc + "/report-sources/institution")
                .then()
                .spec(Problems.of(403, "forbidden"));
    }

    private static Map<String, Object> periodic(String frequency, int graceDays) {
        return new HashMap<>(
                Map.of("mode", "periodic", "frequency", frequency, "graceDays", graceDays, "since", "2025-01-01"));
    }

    private static Response set(String uscc, String source, Map<String, ?> request) {
        return Requests.as("city-officer")
                .body(request)
                .put("/api/v1/institutions/" + uscc + "/report-sources/" + source);
    }

    private static void report(String uscc, String period, String source) {
        Map<String, Object> item =
                Map.of("institution", uscc, "period", period, "source", source, "metrics", Map.of("total-assets", 1));
        Requests.as("city-officer")
                .body(Map.of("items", List.of(item)))
                .post("/api/v1/institution-reports")
                .then()
                .statusCode(200);
    }

    private static Response late(String uscc, String on) {
        return Requests.as("auditor")
                .queryParams(Map.of("institution", uscc, "late", true, "on", on))
                .get("/api/v1/report-sources");
    }
}
