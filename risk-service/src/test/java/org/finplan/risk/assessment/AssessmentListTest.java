package org.finplan.risk.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.Feed;
import org.finplan.risk.SampleEvents;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules and what they said, through the API. */
@FinplanTest
class AssessmentListTest {

    @Inject
    Feed feed;

    @Test
    @Tag("R02")
    void theRulesInForceAreListed() {
        Requests.as("district-441202")
                .queryParam("kind", "region")
                .get("/api/v1/rules")
                .then()
                .statusCode(200)
                .body("items.code", contains("TC-01", "TC-02", "npl-ratio-above-province", "plan-indicator-off-path"))
                .body("items[3].version", equalTo(1), "items[3].plan", equalTo("zq-fin-14fyp"))
                .body("items[3].levels", contains("yellow", "orange"))
                .body("nextCursor", equalTo(null));
    }

    @Test
    @Tag("R02")
    void theSameFiguresGiveTheSameAssessmentWhicheverStateTheyAreIn() {
        feed.take(SampleEvents.attainment("deposits-balance", "441202", "2023", "achieved", "130", 1));
        feed.take(SampleEvents.attainment("deposits-balance", "441202", "2024", "not-assessable", "90", 1));
        feed.take(SampleEvents.attainment("deposits-balance", "441202", "2025", "behind", "80", 1));
        Requests.as("district-441202")
                .queryParam("indicator", "deposits-balance")
                .queryParam("region", "441202")
                .get("/api/v1/rule-assessments")
                .then()
                .statusCode(200)
                .body("items.period", contains("2023", "2024", "2025"))
                .body("items.state", contains("clear", "not-assessable", "breached"))
                .body("items.level", contains(null, null, "yellow"))
                .body("items.cause", contains(null, "no-target", null))
                .body("items[2].actual.version", equalTo(1), "items[2].expected.observation", equalTo(null));
    }

    @Test
    void pagesHoldEachAssessmentOnce() {
        for (int year = 2016; year <= 2025; year++) {
            feed.take(SampleEvents.attainment("deposits-balance", "441203", String.valueOf(year), "ahead", "130", 1));
        }
        List<String> periods = new ArrayList<>();
        String cursor = null;
        do {
            var request = Requests.as("auditor")
                    .header("Prefer", "count=exact")
                    .queryParam("region", "441203")
                    .queryParam("indicator", "deposits-balance")
                    .queryParam("limit", 3);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get("/api/v1/rule-assessments")
                    .then()
                    .statusCode(200)
                    .body("total", is(10))
                    .extract()
                    .jsonPath();
            periods.addAll(page.getList("items.period"));
            assertThat(periods).hasSizeLessThanOrEqualTo(10);
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertThat(periods).hasSize(10).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void anotherDivisionsAssessmentsAreNotThere() {
        feed.take(SampleEvents.attainment("deposits-balance", "441204", "behind", "80", 1));
        feed.take(SampleEvents.attainment("deposits-balance", "441200", "behind", "80", 1));
        Requests.as("district-441202")
                .queryParam("region", "441204")
                .get("/api/v1/rule-assessments")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        Requests.as("district-441202")
                .queryParam("region", "441200")
                .queryParam("indicator", "deposits-balance")
                .get("/api/v1/rule-assessments")
                .then()
                .statusCode(200)
                .body("items.region", everyItem(equalTo("441200")), "items.size()", equalTo(1));
    }

    @Test
    void wrongInputIsNamed() {
        Requests.as("auditor")
                .queryParam("period", "2025-Q9")
                .get("/api/v1/rule-assessments")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?period"));
        Requests.as("auditor")
                .queryParam("rule", "no-rule")
                .get("/api/v1/rule-assessments")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?rule"));
        Requests.as("auditor")
                .queryParam("state", "fine")
                .get("/api/v1/rule-assessments")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?state"))
                .body("errors[0].accepted", contains("breached", "near", "clear", "not-assessable", "undecided"));
        Requests.as("auditor")
                .get("/api/v1/rule-assessments?state")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?state"));
    }
}
