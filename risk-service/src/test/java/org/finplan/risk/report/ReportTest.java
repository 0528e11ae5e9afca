package org.finplan.risk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.platform.testing.TestEvents;
import org.finplan.risk.institution.SampleInstitution;
import org.junit.jupiter.api.Test;

/** Reports from what is sent to what can be read as it was known. */
@FinplanTest
class ReportTest {

    private static final String REPORTS = "/api/v1/institution-reports";

    @Test
    void theSchemaOfAKindSaysWhatIsReportedAndWhatFollows() {
        Requests.as("district-441202")
                .get("/api/v1/metric-schemas/microloan")
                .then()
                .statusCode(200)
                .body("kind", equalTo("microloan"), "version", equalTo(1))
                .body("metrics.find { it.code == 'net-assets' }.sign", equalTo("any"))
                .body(
                        "metrics.find { it.code == 'single-borrower-loan-ratio' }.derived",
                        equalTo("largest-single-borrower-loan-balance / net-assets"));
        Requests.as("auditor").get("/api/v1/metric-schemas/circus").then().spec(Problems.of(404, "not-found"));
    }

    @Test
    void aReportIsTakenOnceRevisedWithAReasonAndReadAsItWasKnown() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        post("", item(uscc, "2025-06", Map.of("total-assets", 5200, "net-assets", "3200")))
                .then()
                .statusCode(200)
                .body("counts.created", equalTo(1), "state", equalTo("completed"));
        Instant then = Instant.now();
        post("", item(uscc, "2025-06", Map.of("total-assets", "5200.00")))
                .then()
                .body("counts.unchanged", equalTo(1), "counts.created", equalTo(0));
        post("", item(uscc, "2025-06", Map.of("net-assets", 3100)))
                .then()
                .spec(Problems.at(422, "reason-required", "/items/0/metrics/net-assets"))
                .body("errors[0].accepted", contains("3200"));
        Map<String, Object> revision = item(uscc, "2025-06", Map.of("net-assets", 3100));
        revision.put("reason", "演示样本：更正");
        post("", revision).then().statusCode(200).body("counts.revised", equalTo(1));
        read(uscc, null)
                .then()
                .body("items[0].metrics.find { it.metric == 'net-assets' }.value", equalTo(3100))
                .body("items[0].metrics.find { it.metric == 'net-assets' }.version", equalTo(2))
                .body("items[0].periodEnd", equalTo("2025-06-30"));
        read(uscc, then).then().body("items[0].metrics.find { it.metric == 'net-assets' }.value", equalTo(3200));
        read(uscc, Instant.parse("2020-01-01T00:00:00Z")).then().body("items", hasSize(0));
        List<TestEvents.Received> events = TestEvents.await("risk.events", "institution/" + uscc, 2);
        assertThat(events.get(1).type()).isEqualTo("org.finplan.risk.report.received.v1");
        assertThat(events.get(1).data().path("revised").asInt()).isEqualTo(1);
    }

    @Test
    void anotherUnitIsConvertedExactlyAndTold() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        post("", item(uscc, "2025-07", Map.of("net-assets", Map.of("value", "0.32", "unit", "CNY_100M"))))
                .then()
                .statusCode(200)
                .body("conversions[0].storedValue", equalTo(32000000), "conversions[0].storedUnit", equalTo("CNY"));
        post("", item(uscc, "2025-08", Map.of("net-assets", Map.of("value", 1, "unit", "DAY"))))
                .then()
                .spec(Problems.at(422, "unknown-unit", "/items/0/metrics/net-assets"))
                .body("errors[0].accepted", contains("CNY", "CNY_100M", "CNY_10K"));
    }

    @Test
    void whatContradictsItselfIsToldAndKeptUntilItIsMended() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        Map<String, Object> first = Map.of("total-assets", 100, "total-liabilities", 60, "net-assets", 41);
        post("", item(uscc, "2025-01", first))
                .then()
                .statusCode(200)
                .body("warnings.code", contains("identity-broken"));
        post("", item(uscc, "2025-02", Map.of("opening-net-assets", 41))).then().body("warnings", hasSize(0));
        read(uscc, null)
                .then()
                .body("items[1].findings.identity", contains("balance"))
                .body("items[1].findings[0].left", equalTo(100), "items[1].findings[0].right", equalTo(101));
        Map<String, Object> mended = item(uscc, "2025-01", Map.of("net-assets", 40));
        mended.put("reason", "演示样本：更正");
        post("", mended).then().statusCode(200).body("warnings", hasSize(0));
        // The period after opens with what is no longer the closing.
        read(uscc, null)
                .then()
                .body("items[0].findings.identity", contains("opening-net-assets"))
                .body("items[1].findings", hasSize(0));
    }

    @Test
    void everyRefusedItemSaysItsPlaceReasonAndWhatIsAccepted() {
        String uscc = SampleInstitution.registered("pawn", "441202");
        Map<String, Object> good = item(uscc, "2025-05", Map.of("pawn-loan-balance", 7));
        Map<String, Object> bad = item(
                uscc, "2025-Q9", Map.of("pawn-loan-balance", -1, "circus-balance", 1, "single-client-pawn-ratio", 3));
        Map<String, Object> worse = item("91441200MA0000000X", "2025-05", Map.of("pawn-loan-balance", "many"));
        post("", good, bad, worse).then().spec(Problems.of(422, "items-rejected"));
        Requests.as("auditor")
                .get("/api/v1/institutions/" + uscc + "/reports")
                .then()
                .body("items", hasSize(0));
        post("?mode=partial", good, bad, worse, good)
                .then()
                .statusCode(200)
                .body("state", equalTo("completed-with-errors"), "counts.created", equalTo(1))
                .body("counts.rejected", equalTo(3))
                .body("errors.find { it.pointer == '/items/1/period' }.code", equalTo("invalid-period"))
                .body(
                        "errors.find { it.pointer == '/items/1/metrics/circus-balance' }.accepted",
                        hasItem("pawn-loan-balance"))
                .body(
                        "errors.find { it.pointer == '/items/1/metrics/single-client-pawn-ratio' }.code",
                        equalTo("metric-is-derived"))
                .body(
                        "errors.find { it.pointer == '/items/1/metrics/pawn-loan-balance' }.code",
                        equalTo("value-not-possible"))
                .body("errors.find { it.pointer == '/items/2/institution' }.code", equalTo("unknown-institution"))
                .body("errors.find { it.pointer == '/items/3' }.code", equalTo("duplicate-item"));
        post("?dryRun=true", item(uscc, "2025-06", Map.of("pawn-loan-balance", 8)))
                .then()
                .body("dryRun", equalTo(true), "counts.created", equalTo(1));
        read(uscc, null).then().body("items.period", contains("2025-05"));
        post("").then().spec(Problems.at(422, "items-out-of-bounds", "/items"));
        post("?mode=some", good).then().spec(Problems.at(400, "invalid-parameter", "?mode"));
    }

    @Test
    void aTableGivesTheSameAsItemsAndNamesRowAndColumn() {
        String uscc = SampleInstitution.registered("leasing", "441202");
        String header = "institution,period,leasing-assets,net-assets:CNY_10K,cash\n";
        table("", header + uscc + ",2025-03,60,5,\n" + uscc + ",2025-04,61,6,1\n\n")
                .then()
                .statusCode(200)
                .body("counts.created", equalTo(2), "conversions[0].pointer", equalTo("row 2, column net-assets"));
        post("", item(uscc, "2025-03", Map.of("leasing-assets", 60, "net-assets", 50000)))
                .then()
                .body("counts.unchanged", equalTo(1));
        table("?mode=partial", header + uscc + ",2025-05,many,7,\n" + uscc + ",2025-06,62,8,\n")
                .then()
                .statusCode(200)
                .body("errors[0].pointer", equalTo("row 2, column leasing-assets"), "errors[0].value", equalTo("many"))
                .body("counts.created", equalTo(1), "counts.rejected", equalTo(1));
        table("", header + uscc + ",2025-07,60,5,1,, ,\n").then().statusCode(200);
        table("?mode=partial", header + uscc + ",2025-08,60,5,1\n" + uscc + ",2025-09,60,5,1,7,,8\n")
                .then()
                .spec(Problems.at(400, "malformed-csv", "row 3, column 6"))
                .body("errors.pointer", contains("row 3, column 6", "row 3, column 8"));
        table("", header + "9144\0001200MA0000001U,2025-08,60,5,1\n").then().statusCode(400);
        post("", item("9144\0001200MA0000001U", "2025-06", Map.of("net-assets", 1)))
                .then()
                .statusCode(anyOf(equalTo(400), equalTo(422)));
        table("", "institution,period,circus-balance\n").then().spec(Problems.of(400, "malformed-csv"));
        table("", "").then().spec(Problems.of(400, "malformed-csv"));
    }

    @Test
    void whoReportsForWhomIsBoundToRegionsAndInstitutions() {
        String own = SampleInstitution.registered("microloan", "441200");
        String other = SampleInstitution.registered("microloan", "441200");
        String far = SampleInstitution.registered("microloan", "441203");
        Map<String, Object> metrics = Map.of("net-assets", 1);
        body("institution-" + own, item(own, "2025-09", metrics))
                .post(REPORTS)
                .then()
                .statusCode(200);
        body("institution-" + own, item(other, "2025-09", metrics))
                .post(REPORTS)
                .then()
                .spec(Problems.at(403, "region-not-in-scope", "/items/0/institution"))
                .body("errors[0].accepted", contains(own));
        body("district-441202", item(far, "2025-09", metrics))
                .post(REPORTS)
                .then()
                .spec(Problems.of(422, "unknown-institution"));
        body("auditor", item(own, "2025-09", metrics)).post(REPORTS).then().spec(Problems.of(403, "forbidden"));
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post(REPORTS)
                .then()
                .spec(Problems.of(401, "unauthenticated"));
        Requests.as("district-441202")
                .get("/api/v1/institutions/" + far + "/reports")
                .then()
                .spec(Problems.of(404, "not-found"));
    }

    private static RequestSpecification body(String user, Map<?, ?>... items) {
        return Requests.as(user).body(Map.of("items", List.of(items)));
    }

    private static Response post(String query, Map<?, ?>... items) {
        return body("city-officer", items).post(REPORTS + query);
    }

    private static Response table(String query, String csv) {
        return Requests.as("city-officer")
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .post(REPORTS + query);
    }

    private static Response read(String uscc, Instant asOf) {
        var request = Requests.as("auditor");
        return (asOf == null ? request : request.queryParam("asOf", asOf.toString()))
                .get("/api/v1/institutions/" + uscc + "/reports");
    }

    private static Map<String, Object> item(String uscc, String period, Map<String, ?> metrics) {
        return new HashMap<>(Map.of("institution", uscc, "period", period, "metrics", metrics));
    }
}
