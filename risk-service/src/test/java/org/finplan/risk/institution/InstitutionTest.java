package org.finplan.risk.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The register: who may write what, and what is refused. */
@FinplanTest
class InstitutionTest {

    private static final String ALL = "/api/v1/institutions";

    @Test
    @Tag("R06")
    void everyKindOfThePlanIsRegisteredAndOneOfTheConfigurationTooWithoutCode() {
        JsonPath kinds = Requests.as("district-441202")
                .get("/api/v1/institution-kinds")
                .then()
                .statusCode(200)
                .body("items", hasSize(20), "items.code", hasItems("microloan", "village_bank", "finance_company"))
                .extract()
                .jsonPath();
        for (String kind : kinds.getList("items.code", String.class)) {
            String uscc = SampleInstitution.registered(kind, "441223");
            Requests.as("auditor").get(ALL + "/" + uscc).then().statusCode(200).body("kind", equalTo(kind));
        }
        InstitutionKinds more = new InstitutionKinds(() -> Map.of("sample_kind", "演示样本 | Sample kind"));
        assertThat(more.all()).hasSize(21);
        assertThat(more.find("sample_kind").orElseThrow().name().en()).isEqualTo("Sample kind");
    }

    @Test
    void anInstitutionIsRegisteredOnceAndRevisedByWhoHasSeenIt() {
        String uscc = SampleInstitution.code();
        Map<String, Object> request = SampleInstitution.request(uscc, "microloan", "441202");
        request.put("licence", Map.of("number", "SAMPLE-1", "from", "2020-01-01", "until", "2029-12-31"));
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            Requests.as("district-441202")
                    .header("Idempotency-Key", key)
                    .body(request)
                    .post(ALL)
                    .then()
                    .statusCode(201)
                    .header("ETag", notNullValue())
                    .body("uscc", equalTo(uscc), "licence.number", equalTo("SAMPLE-1"), "version", equalTo(1));
        }
        Requests.as("district-441202")
                .body(request)
                .post(ALL)
                .then()
                .spec(Problems.at(409, "institution-exists", "/uscc"));
        Map<String, Object> revision = Map.of("name", "演示样本机构二", "kind", "microloan", "region", "441202");
        Requests.as("city-officer")
                .body(revision)
                .put(ALL + "/" + uscc)
                .then()
                .spec(Problems.of(428, "precondition-required"));
        seen(uscc, "city-officer")
                .body(revision)
                .put(ALL + "/" + uscc)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        Requests.as("city-officer")
                .header("If-Match", "\"1\"")
                .body(revision)
                .put(ALL + "/" + uscc)
                .then()
                .spec(Problems.of(412, "precondition-failed"));
    }

    @Test
    void aStatusHasDatesAndAHistoryAndNothingFollowsTheLast() {
        String uscc = SampleInstitution.registered("pawn", "441202");
        change(uscc, "suspended", "2024-03-01").then().statusCode(200).body("since", equalTo("2024-03-01"));
        change(uscc, "operating", "2024-02-01").then().spec(Problems.at(422, "dates-contradict", "/since"));
        change(uscc, "asleep", "2024-04-01").then().spec(Problems.at(422, "unknown-status", "/status"));
        change(uscc, "cancelled", "2025-01-01").then().statusCode(200);
        change(uscc, "operating", "2025-02-01").then().spec(Problems.at(409, "institution-cancelled", "/status"));
        Requests.as("auditor")
                .get(ALL + "/" + uscc + "/statuses")
                .then()
                .statusCode(200)
                .body("items.status", contains("cancelled", "suspended", "operating"))
                .body("items.since", contains("2025-01-01", "2024-03-01", "2020-01-01"));
    }

    @Test
    void aCodeThatFailsItsCheckDigitIsTakenWithAReasonOnly() {
        String good = SampleInstitution.code();
        char last = good.charAt(17) == '0' ? '1' : '0';
        String wrong = good.substring(0, 17) + last;
        Map<String, Object> request = SampleInstitution.request(wrong, "microloan", "441202");
        Requests.as("risk-officer")
                .body(request)
                .post(ALL)
                .then()
                .spec(Problems.at(422, "uscc-check-digit", "/uscc"))
                .body("errors[0].accepted", contains(good));
        request.put("usccException", "演示样本：登记机关原样核发");
        Requests.as("risk-officer")
                .body(request)
                .post(ALL)
                .then()
                .statusCode(201)
                .body("usccException", equalTo("演示样本：登记机关原样核发"));
        request.put("uscc", "no code");
        Requests.as("risk-officer").body(request).post(ALL).then().spec(Problems.at(422, "invalid-uscc", "/uscc"));
    }

    @Test
    void wrongInputIsNamed() {
        Map<String, Object> request = SampleInstitution.request(SampleInstitution.code(), "circus", "441202");
        Requests.as("risk-officer")
                .body(request)
                .post(ALL)
                .then()
                .spec(Problems.at(422, "unknown-kind", "/kind"))
                .body("errors[0].accepted", hasItem("microloan"));
        request.put("kind", "pawn");
        request.put("region", "999999");
        Requests.as("risk-officer").body(request).post(ALL).then().spec(Problems.at(422, "unknown-region", "/region"));
        request.put("region", "441202");
        request.put("licence", Map.of("number", "SAMPLE-2", "from", "2020-01-01", "until", "2019-12-31"));
        Requests.as("risk-officer")
                .body(request)
                .post(ALL)
                .then()
                .spec(Problems.at(422, "dates-contradict", "/licence/until"));
        Requests.as("risk-officer").body(Map.of()).post(ALL).then().spec(Problems.at(400, "invalid-body", "/uscc"));
        Requests.as("risk-officer")
                .get(ALL + "?kind=circus")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?kind"));
    }

    @Test
    void aDistrictSeesAndWritesItsOwnAndWhoOnlyReadsWritesNothing() {
        String uscc = SampleInstitution.registered("pawn", "441203");
        Requests.as("district-441202").get(ALL + "/" + uscc).then().spec(Problems.of(404, "not-found"));
        Requests.as("district-441202")
                .body(SampleInstitution.request(SampleInstitution.code(), "pawn", "441203"))
                .post(ALL)
                .then()
                .spec(Problems.at(403, "region-not-in-scope", "/region"));
        Requests.as("auditor")
                .body(SampleInstitution.request(SampleInstitution.code(), "pawn", "441203"))
                .post(ALL)
                .then()
                .spec(Problems.of(403, "forbidden"));
        RestAssured.given().get(ALL).then().spec(Problems.of(401, "unauthenticated"));
    }

    @Test
    void theListIsReadPageByPage() {
        String first = SampleInstitution.registered("trust", "441226");
        String second = SampleInstitution.registered("trust", "441226");
        JsonPath page = list("limit", 1)
                .header("Prefer", "count=exact")
                .get(ALL)
                .then()
                .statusCode(200)
                .body("items.uscc", contains(first), "total", equalTo(2))
                .extract()
                .jsonPath();
        list("cursor", page.getString("nextCursor"))
                .get(ALL)
                .then()
                .body("items.uscc", contains(second), "items.region", everyItem(equalTo("441226")));
        list("status", "cancelled").get(ALL).then().body("items.uscc", not(hasItem(first)));
    }

    private static RequestSpecification list(String name, Object value) {
        return Requests.as("district-441226")
                .queryParams(Map.of("kind", "trust", "region", "441226"))
                .queryParam(name, value);
    }

    private static Response change(String uscc, String status, String since) {
        return seen(uscc, "district-441202")
                .body(Map.of("status", status, "since", since, "reason", "演示样本"))
                .post(ALL + "/" + uscc + ":change-status");
    }

    private static RequestSpecification seen(String uscc, String user) {
        String tag = Requests.as(user).get(ALL + "/" + uscc).getHeader("ETag");
        return Requests.as(user).header("If-Match", tag);
    }
}
