package org.finplan.risk.institution.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
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

/** Ratings as facts. */
@FinplanTest
class RatingTest {

    private static final String GUANGDONG = "guangdong-camel-rr";

    @Test
    @Tag("R07")
    void theRatingOfAPastDateIsThatOfItsDateWithTheVersionOfItsScheme() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        rate(uscc, GUANGDONG, "A", "2024-04-30").then().statusCode(201).body("schemeVersion", equalTo(1));
        rate(uscc, GUANGDONG, "BB+", "2025-04-30").then().statusCode(201);
        ratings(uscc, "on", "2025-04-29").then().body("items.grade", contains("A"));
        ratings(uscc, "on", "2025-04-30").then().body("items.grade", contains("BB+"));
        ratings(uscc, "on", "2024-04-29").then().statusCode(200).body("items.size()", equalTo(0));
        List<TestEvents.Received> events = TestEvents.await("risk.events", "institution/" + uscc, 2);
        assertThat(events).extracting(TestEvents.Received::type).containsOnly("org.finplan.risk.institution.rated.v1");
        assertThat(events.get(1).data().path("grade").asText()).isEqualTo("BB+");
    }

    @Test
    @Tag("R08")
    void aMicroloanFirmHasTwoRatingsWithTwoHistories() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        rate(uscc, GUANGDONG, "AA", "2024-04-30").then().statusCode(201);
        rate(uscc, GUANGDONG, "C", "2025-04-30").then().statusCode(201);
        rate(uscc, "microloan-credit", "BBB", "2025-06-30").then().statusCode(201);
        ratings(uscc, "scheme", GUANGDONG).then().body("items.grade", contains("C", "AA"));
        ratings(uscc, "scheme", "microloan-credit").then().body("items.grade", contains("BBB"));
    }

    @Test
    @Tag("R09")
    void aLowerRatingGivesAShorterIntervalFromTheConfiguredTable() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        interval(uscc, "2024-01-01").then().statusCode(200).body("months", nullValue());
        rate(uscc, GUANGDONG, "AAA", "2024-04-30").then().statusCode(201);
        rate(uscc, GUANGDONG, "E", "2025-04-30").then().statusCode(201);
        interval(uscc, "2024-12-31").then().body("months", equalTo(24), "grade", equalTo("AAA"));
        interval(uscc, "2025-12-31").then().body("months", equalTo(3), "scheme", equalTo(GUANGDONG));
        RatingScheme configured = new RatingSchemes(() -> Map.of(GUANGDONG + "/E", 1))
                .find(GUANGDONG)
                .orElseThrow();
        assertThat(configured.inspectionMonths("E")).contains(1);
        assertThat(configured.inspectionMonths("D")).contains(3);
    }

    @Test
    @Tag("R35")
    void whatThreePlatformsSayStandsSideBySideWithDateAndSource() {
        String uscc = SampleInstitution.registered("leasing", "441202");
        rate(uscc, "yuexinrong", "演示样本甲", "2025-01-31").then().statusCode(201);
        rate(uscc, "zhongxiaorong", "演示样本乙", "2025-02-28").then().statusCode(201);
        rate(uscc, "xinyidai", "演示样本丙", "2025-03-31").then().statusCode(201);
        ratings(uscc, "on", "2025-12-31")
                .then()
                .body("items.scheme", containsInAnyOrder("yuexinrong", "zhongxiaorong", "xinyidai"))
                .body("items.on", containsInAnyOrder("2025-01-31", "2025-02-28", "2025-03-31"))
                .body("items.source", hasItem("演示样本来源"));
    }

    @Test
    void aCorrectionNeedsAReasonAndTheSameAgainIsNoSecondOne() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        String id = rate(uscc, GUANGDONG, "B", "2025-04-30").path("id");
        rate(uscc, GUANGDONG, "B", "2025-04-30").then().statusCode(201).body("id", equalTo(id));
        rate(uscc, GUANGDONG, "D", "2025-04-30").then().spec(Problems.at(422, "reason-required", "/reason"));
        Map<String, Object> corrected = request(GUANGDONG, "D", "2025-04-30");
        corrected.put("reason", "演示样本：更正");
        Requests.as("city-officer").body(corrected).post(path(uscc)).then().statusCode(201);
        ratings(uscc, "on", "2025-12-31").then().body("items.grade", contains("D"));
    }

    @Test
    void wrongInputIsNamedAndNotEverybodyRates() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        rate(uscc, "bank-supervisory", "1", "2025-04-30")
                .then()
                .spec(Problems.at(422, "unknown-rating-scheme", "/scheme"))
                .body("errors[0].accepted", hasItem(GUANGDONG));
        rate(uscc, GUANGDONG, "AAAA", "2025-04-30").then().spec(Problems.at(422, "unknown-grade", "/grade"));
        rate(uscc, GUANGDONG, "A", "2199-01-01").then().spec(Problems.at(422, "rated-in-future", "/on"));
        rate("91441200MA0000000X", GUANGDONG, "A", "2025-01-01").then().spec(Problems.of(404, "not-found"));
        Requests.as("district-441202")
                .body(request(GUANGDONG, "A", "2025-01-01"))
                .post(path(uscc))
                .then()
                .spec(Problems.of(403, "forbidden"));
        Requests.as("district-441203").get(path(uscc)).then().spec(Problems.of(404, "not-found"));
        Requests.as("auditor")
                .get("/api/v1/rating-schemes")
                .then()
                .statusCode(200)
                .body("items.code", hasItem(GUANGDONG));
        RestAssured.given().get(path(uscc)).then().spec(Problems.of(401, "unauthenticated"));
    }

    private static Response rate(String uscc, String scheme, String grade, String on) {
        return Requests.as("city-officer").body(request(scheme, grade, on)).post(path(uscc));
    }

    private static Map<String, Object> request(String scheme, String grade, String on) {
        return new HashMap<>(Map.of("scheme", scheme, "grade", grade, "on", on, "source", "演示样本来源"));
    }

    private static Response ratings(String uscc, String name, String value) {
        return Requests.as("auditor").queryParam(name, value).get(path(uscc));
    }

    private static Response interval(String uscc, String on) {
        return Requests.as("auditor").queryParam("on", on).get("/api/v1/institutions/" + uscc + "/inspection-interval");
    }

    private static String path(String uscc) {
        return "/api/v1/institutions/" + uscc + "/ratings";
    }
}
