package org.finplan.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.Feed;
import org.finplan.risk.SampleEvents;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People handle alerts in the loop of the plan. Each test has an alert of its own. */
@FinplanTest
class AlertHandlingTest {

    private static final String RULE = "plan-indicator-off-path";
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Map<String, String> order = Map.of(
            "responsibleUnit",
            "sample unit",
            "instruction",
            "sample instruction",
            "dueOn",
            today.plusDays(7).toString());
    private static final Map<String, String> FEEDBACK = Map.of("feedback", "sample feedback");
    private final Map<String, String> watch =
            Map.of("reviewOn", today.plusDays(30).toString());

    @Inject
    Feed feed;

    @Test
    @Tag("R01")
    @Tag("R03")
    void theLoopFromWarningToTheEndAndBack() {
        String id = raised("green-credit", "441223");
        AlertApi.move("district-441223", id, "acknowledge", Map.of("note", "sample note"))
                .then()
                .statusCode(200)
                .body("state", equalTo("acknowledged"), "stage", equalTo("monitor_warn"))
                .body("acknowledgement.by", equalTo("district-441223"));
        AlertApi.move("risk-officer", id, "order-disposal", order)
                .then()
                .statusCode(200)
                .body("state", equalTo("disposing"), "stage", equalTo("handle_feedback"))
                .body("disposal.responsibleUnit", equalTo("sample unit"));
        AlertApi.move("district-441223", id, "record-feedback", FEEDBACK)
                .then()
                .statusCode(200)
                .body("state", equalTo("disposing"), "feedback.text", equalTo("sample feedback"));
        AlertApi.move("risk-officer", id, "start-monitoring", watch)
                .then()
                .statusCode(200)
                .body("state", equalTo("monitoring"), "stage", equalTo("continued_monitoring"));
        AlertApi.move("risk-officer", id, "close", Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"), "closure.outcome", equalTo("handled"));
        feed.take(SampleEvents.attainment("green-credit", "441223", "off-course", "50", 2));
        assertThat(AlertApi.get(id).getString("state")).isEqualTo("raised");
        assertThat(AlertApi.get(id).getInt("round")).isEqualTo(2);
        assertThat(AlertApi.get(id).getMap("feedback"))
                .as("the new round needs its own")
                .isNull();
        assertThat(AlertApi.timeline(id).stream().map(entry -> entry.get("kind")))
                .containsExactly(
                        "raised",
                        "acknowledged",
                        "disposal-ordered",
                        "feedback-recorded",
                        "monitoring-started",
                        "closed",
                        "relapsed");
    }

    @Test
    @Tag("R01")
    void aMoveThatTheStateDoesNotAllowIs409AndNamesWhatItAllows() {
        String id = raised("green-credit", "441224");
        AlertApi.move("risk-officer", id, "order-disposal", order)
                .then()
                .spec(Problems.of(409, "action-not-allowed"))
                .body("errors[0].value", equalTo("order-disposal"), "errors[0].accepted", contains("acknowledge"));
        AlertApi.move("risk-officer", id, "close", FEEDBACK).then().spec(Problems.of(409, "action-not-allowed"));
        AlertApi.move("risk-officer", id, "acknowledge", Map.of()).then().statusCode(200);
        AlertApi.move("risk-officer", id, "acknowledge", Map.of()).then().spec(Problems.of(409, "action-not-allowed"));
        assertThat(AlertApi.timeline(id)).as("a refused move leaves nothing").hasSize(2);
    }

    @Test
    @Tag("R03")
    void closingOrMonitoringWithoutFeedbackIs422() {
        String id = raised("green-credit", "441225");
        AlertApi.move("risk-officer", id, "close", Map.of())
                .then()
                .spec(Problems.at(422, "feedback-missing", "/feedback"));
        AlertApi.move("risk-officer", id, "acknowledge", Map.of()).then().statusCode(200);
        AlertApi.move("risk-officer", id, "order-disposal", order).then().statusCode(200);
        AlertApi.move("risk-officer", id, "start-monitoring", watch).then().spec(Problems.of(422, "feedback-missing"));
        AlertApi.move("risk-officer", id, "close", Map.of("feedback", "   "))
                .then()
                .spec(Problems.of(422, "feedback-missing"));
        assertThat(AlertApi.get(id).getString("state")).isEqualTo("disposing");
    }

    @Test
    @Tag("R03")
    void anAlertWhoseCauseIsGoneIsClosedByAPersonWithFeedback() {
        String id = raised("green-credit", "441226");
        AlertApi.move("risk-officer", id, "acknowledge", Map.of()).then().statusCode(200);
        feed.take(SampleEvents.attainment("green-credit", "441226", "on-course", "101", 2));
        assertThat(AlertApi.get(id).getBoolean("causeGone")).isTrue();
        assertThat(AlertApi.get(id).getList("allowedActions")).isEqualTo(List.of("order-disposal", "close"));
        AlertApi.move("risk-officer", id, "close", Map.of()).then().spec(Problems.of(422, "feedback-missing"));
        AlertApi.move("risk-officer", id, "close", FEEDBACK)
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"), "feedback.text", equalTo("sample feedback"));
    }

    @Test
    @Tag("R05")
    void anOfflineNoteStandsAtTheDayItIsAbout() {
        String id = raised("green-credit", "441284");
        LocalDate before = today.minusDays(3);
        Requests.as("district-441284")
                .body(Map.of("text", "sample visit", "mode", "offline", "occurredOn", before.toString()))
                .post("/api/v1/alerts/" + id + "/notes")
                .then()
                .statusCode(201)
                .body(
                        "occurredOn",
                        equalTo(before.toString()),
                        "occurredAt",
                        equalTo(null),
                        "mode",
                        equalTo("offline"));
        List<Map<String, Object>> timeline = AlertApi.timeline(id);
        assertThat(timeline.stream().map(entry -> entry.get("kind"))).containsExactly("note", "raised");
        assertThat(timeline.get(0)).containsEntry("note", "sample visit").containsEntry("actor", "district-441284");
        Requests.as("district-441284")
                .body(Map.of("text", "sample", "occurredOn", today.plusDays(1).toString()))
                .post("/api/v1/alerts/" + id + "/notes")
                .then()
                .spec(Problems.at(422, "date-in-future", "/occurredOn"));
    }

    @Test
    void aDueDateOrAReviewThatHasPassedIs422() {
        String id = raised("listed-quoted-companies", "441223");
        AlertApi.move("risk-officer", id, "acknowledge", Map.of()).then().statusCode(200);
        Map<String, String> late = Map.of(
                "responsibleUnit",
                "sample unit",
                "instruction",
                "sample",
                "dueOn",
                today.minusDays(1).toString());
        AlertApi.move("risk-officer", id, "order-disposal", late)
                .then()
                .spec(Problems.at(422, "date-passed", "/dueOn"));
        AlertApi.move("risk-officer", id, "order-disposal", order).then().statusCode(200);
        AlertApi.move("risk-officer", id, "record-feedback", FEEDBACK).then().statusCode(200);
        AlertApi.move(
                        "risk-officer",
                        id,
                        "start-monitoring",
                        Map.of("reviewOn", today.minusDays(1).toString()))
                .then()
                .spec(Problems.at(422, "date-passed", "/reviewOn"));
    }

    @Test
    void theSameMoveAgainWithItsKeyHasNoSecondEffect() {
        String id = raised("listed-quoted-companies", "441225");
        String key = UUID.randomUUID().toString();
        String tag = Requests.as("risk-officer").get("/api/v1/alerts/" + id).header("ETag");
        for (int i = 0; i < 2; i++) {
            Requests.as("risk-officer")
                    .header("If-Match", tag)
                    .header("Idempotency-Key", key)
                    .body(Map.of("note", "sample"))
                    .post("/api/v1/alerts/" + id + ":acknowledge")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("acknowledged"));
        }
        assertThat(AlertApi.timeline(id)).hasSize(2);
    }

    @Test
    void everyMoveLeavesAnAuditRecordInTheChain() {
        String id = raised("listed-quoted-companies", "441202");
        AlertApi.move("district-441202", id, "acknowledge", Map.of()).then().statusCode(200);
        Requests.as("auditor")
                .queryParam("resource", "/api/v1/alerts/" + id)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items.action", contains("alert.acknowledge"), "items.subject", contains("district-441202"));
        Requests.as("auditor").get("/api/v1/audit:verify").then().statusCode(200);
    }

    @Test
    void anUnchangedAlertIsNotSentTwice() {
        String id = raised("listed-quoted-companies", "441204");
        String tag = Requests.as("auditor").get("/api/v1/alerts/" + id).header("ETag");
        Requests.as("auditor")
                .header("If-None-Match", tag)
                .get("/api/v1/alerts/" + id)
                .then()
                .statusCode(304);
    }

    private String raised(String indicator, String region) {
        feed.take(SampleEvents.attainment(indicator, region, "behind", "80", 1));
        return AlertApi.id(RULE, indicator, region);
    }
}
