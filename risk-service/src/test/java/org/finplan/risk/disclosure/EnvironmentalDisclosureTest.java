package org.finplan.risk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.institution.SampleInstitution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who must disclose what it does to the environment, what was disclosed, and who is missing. */
@FinplanTest
class EnvironmentalDisclosureTest {

    private static final String ALL = "/api/v1/environmental-disclosures";
    private static final String BODIES = "/api/v1/disclosure-bodies/";

    @Test
    @Tag("R34")
    void bodiesWithMissingDisclosureAreListedByClass() {
        String bank = SampleInstitution.registered("bank", "441225");
        String villageBank = SampleInstitution.registered("village_bank", "441225");
        SampleInstitution.registered("pawn", "441225");
        String issuer = SampleInstitution.code();
        String office = SampleInstitution.code();
        name(issuer, body("securities-issuer", "441225")).then().statusCode(200).body("version", equalTo(1));
        name(office, body("public-body", "441225")).then().statusCode(200);
        missing("2024", "")
                .then()
                .statusCode(200)
                .body("items.body", contains(bank, villageBank, office, issuer))
                .body(
                        "items.bodyClass",
                        contains("financial-institution", "financial-institution", "public-body", "securities-issuer"))
                .body("items.late", everyItem(equalTo(true)), "items.lastYear", everyItem(nullValue()));
        disclose(bank, 2024, "2025-03-31").then().statusCode(201).body("late", equalTo(false));
        disclose(issuer, 2024, "2025-05-01").then().statusCode(201).body("late", equalTo(true));
        missing("2024", "&class=financial-institution").then().body("items.body", contains(villageBank));
        missing("2024", "&class=securities-issuer").then().body("items.body", not(hasItem(issuer)));
        missing("2024", "&class=public-body").then().body("items.body", contains(office));
        missing("2025", "&class=financial-institution")
                .then()
                .body("items.body", contains(bank, villageBank), "items[0].lastYear", equalTo(2024));
        missing("2023", "&class=public-body").then().body("items.size()", equalTo(0));
        String cursor = missing("2024", "&limit=1")
                .then()
                .body("items.body", contains(villageBank))
                .extract()
                .path("nextCursor");
        missing("2024", "&cursor=" + cursor).then().body("items.body", contains(office));
    }

    @Test
    void whoMustDiscloseIsData() {
        Requests.as("auditor")
                .get("/api/v1/disclosure-classes")
                .then()
                .statusCode(200)
                .body("items.code", contains("financial-institution", "securities-issuer", "public-body"))
                .body("items.sourceStatus", everyItem(equalTo("unconfirmed")));
        DisclosureClasses classes = new DisclosureClasses(() -> Map.of("financial-institution", List.of("leasing")));
        assertThat(classes.ofKind("leasing")).isPresent();
        assertThat(classes.ofKind("bank")).isEmpty();
        assertThat(classes.find("securities-issuer").orElseThrow().dueOn(2024)).isEqualTo(LocalDate.of(2025, 4, 30));
    }

    @Test
    void theSameAgainIsNoSecondOneAndACorrectionIsAVersion() {
        String bank = SampleInstitution.registered("bank", "441202");
        Response first = disclose(bank, 2024, "2025-03-31");
        String id = first.path("id");
        disclose(bank, 2024, "2025-03-31").then().statusCode(201).body("id", equalTo(id));
        disclose(bank, 2024, "2025-04-01").then().spec(Problems.at(422, "reason-required", "/reason"));
        Map<String, Object> correction = disclosure(bank, 2024, "2025-04-01");
        correction.put("reason", "演示样本：更正");
        Requests.as("risk-officer")
                .body(correction)
                .post(ALL)
                .then()
                .statusCode(201)
                .body("version", equalTo(2));
        Requests.as("auditor").get(ALL + "?body=" + bank).then().body("items.publishedOn", contains("2025-04-01"));
        Requests.as("auditor")
                .queryParam("asOf", first.<String>path("recordedAt"))
                .get(ALL + "?year=2024&class=financial-institution&body=" + bank)
                .then()
                .body("items.publishedOn", contains("2025-03-31"));
    }

    @Test
    void aNamedBodyIsChangedByWhoHasSeenIt() {
        String issuer = SampleInstitution.code();
        Map<String, Object> body = body("securities-issuer", "441202");
        name(issuer, body).then().statusCode(200);
        name(issuer, body).then().spec(Problems.of(428, "precondition-required"));
        body.put("untilYear", 2025);
        Requests.as("risk-officer")
                .header("If-Match", "\"1\"")
                .body(body)
                .put(BODIES + issuer)
                .then()
                .spec(Problems.at(422, "reason-required", "/reason"));
        body.put("reason", "演示样本：退市");
        Requests.as("risk-officer")
                .header("If-Match", "\"1\"")
                .body(body)
                .put(BODIES + issuer)
                .then()
                .statusCode(200)
                .body("version", equalTo(2), "untilYear", equalTo(2025));
        Requests.as("risk-officer")
                .header("If-Match", "\"1\"")
                .body(body)
                .put(BODIES + issuer)
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        Requests.as("auditor")
                .get("/api/v1/disclosure-bodies?class=securities-issuer&limit=500")
                .then()
                .body("items.uscc", hasItem(issuer));
        Requests.as("auditor")
                .get(BODIES + issuer + "/versions")
                .then()
                .body("items.version", contains(2, 1), "items[0].reason", equalTo("演示样本：退市"));
        Requests.as("district-441203").get(BODIES + issuer + "/versions").then().spec(Problems.of(404, "not-found"));
        Requests.as("district-441203")
                .body(body("public-body", "441203"))
                .put(BODIES + issuer)
                .then()
                .spec(Problems.at(409, "institution-exists", "path:uscc"));
        Requests.as("district-441203").get(BODIES + issuer).then().spec(Problems.of(404, "not-found"));
    }

    @Test
    void wrongInputIsNamedAndRegionsHold() {
        String issuer = SampleInstitution.code();
        name("no-code", body("public-body", "441202")).then().spec(Problems.at(422, "invalid-uscc", "path:uscc"));
        name(issuer, body("financial-institution", "441202"))
                .then()
                .spec(Problems.at(422, "unknown-disclosure-class", "/bodyClass"))
                .body("errors[0].accepted", contains("securities-issuer", "public-body"));
        name(issuer, body("public-body", "999999")).then().spec(Problems.at(422, "unknown-region", "/region"));
        Map<String, Object> wrongYears = body("public-body", "441202");
        wrongYears.put("untilYear", 2020);
        name(issuer, wrongYears).then().spec(Problems.at(422, "dates-contradict", "/untilYear"));
        String pawn = SampleInstitution.registered("pawn", "441202");
        disclose(pawn, 2024, "2025-03-31").then().spec(Problems.at(422, "unknown-disclosure-body", "/body"));
        String bank = SampleInstitution.registered("bank", "441202");
        disclose(bank, 2024, "2023-12-31").then().spec(Problems.at(422, "disclosure-year", "/publishedOn"));
        disclose(bank, 2024, "2199-12-31").then().spec(Problems.at(422, "disclosure-year", "/publishedOn"));
        missing("1850", "").then().spec(Problems.at(400, "invalid-parameter", "?year"));
        missing("2024", "&class=fun").then().spec(Problems.at(400, "invalid-parameter", "?class"));
        Requests.as("district-441202")
                .body(body("public-body", "441203"))
                .put(BODIES + issuer)
                .then()
                .spec(Problems.at(403, "region-not-in-scope", "/region"));
        Requests.as("district-441203")
                .body(disclosure(bank, 2024, "2025-03-31"))
                .post(ALL)
                .then()
                .spec(Problems.at(422, "unknown-disclosure-body", "/body"));
        Requests.as("auditor")
                .body(disclosure(bank, 2024, "2025-03-31"))
                .post(ALL)
                .then()
                .spec(Problems.of(403, "forbidden"));
        RestAssured.given().get(ALL).then().spec(Problems.of(401, "unauthenticated"));
    }

    private static Response missing(String year, String more) {
        return Requests.as("district-441225").urlEncodingEnabled(false).get(ALL + ":missing?year=" + year + more);
    }

    private static Response disclose(String body, int year, String on) {
        return Requests.as("risk-officer").body(disclosure(body, year, on)).post(ALL);
    }

    private static Map<String, Object> disclosure(String body, int year, String on) {
        return new HashMap<>(
                Map.of("body", body, "year", year, "publishedOn", on, "document", Map.of("title", "演示样本报告")));
    }

    private static Response name(String uscc, Map<String, Object> body) {
        return Requests.as("risk-officer").body(body).put(BODIES + uscc);
    }

    private static Map<String, Object> body(String bodyClass, String region) {
        return new HashMap<>(Map.of(
                "bodyClass",
                bodyClass,
                "name",
                "演示样本主体",
                "region",
                region,
                "fromYear",
                2024,
                "source",
                Map.of("title", "演示样本名录")));
    }
}
