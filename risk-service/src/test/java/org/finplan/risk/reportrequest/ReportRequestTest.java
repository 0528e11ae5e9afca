package org.finplan.risk.reportrequest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.institution.SampleInstitution;
import org.finplan.risk.rulebook.run.RuleRuns;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What rules wait for is asked for until it is reported. */
@FinplanTest
class ReportRequestTest {

    private static void report(String uscc, String period, Map<String, Object> metrics) {
        Requests.as("city-officer")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("items", List.of(Map.of("institution", uscc, "period", period, "metrics", metrics))))
                .post("/api/v1/institution-reports")
                .then()
                .statusCode(200);
    }

    private static Response requests(String user, Map<String, ?> parameters) {
        return Requests.as(user).queryParams(parameters).get("/api/v1/report-requests");
    }

    @Test
    @Tag("R24")
    void whatIsMissingIsAskedForOnceAndTheRequestEndsWhenItIsReported() {
        String uscc = SampleInstitution.registered("factoring", "441202");
        report(uscc, "2025-01", Map.of("risk-reserve", 50));
        report(uscc, "2025-01", Map.of("risk-reserve", 50));
        Response open = requests("district-441202", Map.of("institution", uscc, "open", true));
        open.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].period", equalTo("2025-01"), "items[0].open", equalTo(true))
                .body("items[0].metrics", hasItem("financing-factoring-balance"))
                .body("items[0].rules", hasItem("FA-04"));
        List<String> missing = open.path("items[0].metrics");
        report(uscc, "2025-01", Map.of("financing-factoring-balance", 1000));
        requests("auditor", Map.of("institution", uscc, "open", true))
                .then()
                .body("items[0].id", equalTo(open.path("items[0].id")))
                .body("items[0].metrics", not(hasItem("financing-factoring-balance")));
        Map<String, Object> rest = new HashMap<>();
        missing.stream()
                .filter(metric -> !metric.equals("financing-factoring-balance"))
                .forEach(metric -> rest.put(metric, 1));
        report(uscc, "2025-01", rest);
        requests("auditor", Map.of("institution", uscc, "open", true)).then().body("items", hasSize(0));
        requests("auditor", Map.of("institution", uscc, "open", false))
                .then()
                .body("items.id", contains(open.<String>path("items[0].id")))
                .body("items[0].closedAt", not(equalTo(null)));
    }

    @Test
    void aPeriodThatIsOverdueIsAskedForWithAllThatRulesNeed() {
        String uscc = SampleInstitution.registered("pawn", "441202");
        Requests.as("city-officer")
                .body(
                        "{\"mode\": \"periodic\", \"frequency\": \"month\", \"graceDays\": 10, \"since\": \"2025-01-01\"}")
                .put("/api/v1/institutions/" + uscc + "/report-sources/institution")
                .then()
                .statusCode(200);
        RuleRuns.done("risk-officer");
        requests("auditor", Map.of("institution", uscc))
                .then()
                .body("items", hasSize(1))
                .body("items[0].metrics", hasItem("registered-capital"));
    }

    @Test
    void onlyWhoSeesTheInstitutionSeesItsRequests() {
        String uscc = SampleInstitution.registered("factoring", "441203");
        report(uscc, "2025-01", Map.of("risk-reserve", 50));
        requests("district-441202", Map.of("institution", uscc)).then().spec(Problems.of(404, "not-found"));
        requests("district-441202", Map.of("limit", 200)).then().body("items.institution", not(hasItem(uscc)));
        requests("auditor", Map.of("limit", 1)).then().statusCode(200).body("items", hasSize(1));
        requests("auditor", Map.of("colour", "red")).then().statusCode(400);
        Requests.withToken("no-token").get("/api/v1/report-requests").then().statusCode(401);
    }
}
