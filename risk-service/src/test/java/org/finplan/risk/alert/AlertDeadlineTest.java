package org.finplan.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.workday.WorkingDays;
import org.finplan.risk.Feed;
import org.finplan.risk.SampleEvents;
import org.finplan.risk.alert.deadline.ResponseTimes;
import org.finplan.risk.rule.Level;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The time that people have, and what happens when they let it pass. A test moves deadlines, not the clock. */
@FinplanTest
class AlertDeadlineTest {

    private static final String RULE = "plan-indicator-off-path";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final WorkingDays CALENDAR = PlanPackages.register(List.of()).workingDays("441200");

    @Inject
    Feed feed;

    @Inject
    Jdbi jdbi;

    @Inject
    AlertDeadlines deadlines;

    @Test
    void whoLetsTheTimePassHasTheLevelRaisedOnceAndIsTold() {
        String id = raised("441202");
        JsonPath raised = AlertApi.get(id);
        Instant raisedAt = Instant.parse(raised.getString("raisedAt"));
        assertThat(Instant.parse(raised.getString("dueAt")))
                .isEqualTo(ResponseTimes.accept(Level.YELLOW, raisedAt, CALENDAR));
        assertThat(raised.getString("warning")).isEqualTo("firing");

        past(id, "due_at");
        // Two instances find it due at the same time, and the timer of this one as well.
        List<CompletableFuture<Void>> instances = List.of(
                CompletableFuture.runAsync(() -> deadlines.perform(UUID.fromString(id))),
                CompletableFuture.runAsync(() -> deadlines.perform(UUID.fromString(id))));
        instances.forEach(CompletableFuture::join);
        JsonPath overdue = AlertApi.get(id);
        assertThat(overdue.getString("level")).isEqualTo("orange");
        assertThat(overdue.getString("overdueSince")).isNotNull();
        assertThat(Instant.parse(overdue.getString("dueAt")))
                .as("one working day anew")
                .isAfter(Instant.now());
        assertThat(kinds(id)).containsExactly("raised", "overdue");
        List<TestEvents.Received> told = TestEvents.await("risk.events", "alert/" + id, 3);
        assertThat(told.stream().map(TestEvents.Received::type))
                .containsExactly(
                        "org.finplan.risk.alert.raised.v1",
                        "org.finplan.risk.alert.raisedlevel.v1",
                        "org.finplan.risk.alert.overdue.v1");
        assertThat(told.get(2).data().get("step").asText()).isEqualTo("accept");
        listed("overdue=true").body("items.id", hasItem(id));
        listed("overdue=false").body("items.id", not(hasItem(id)));
    }

    @Test
    void aRedAlertThatNobodyTakesIsToldOfOnceAndWaits() {
        String id = raised("441203");
        jdbi.useHandle(handle -> handle.execute("UPDATE alert SET level = 4 WHERE id = ?", UUID.fromString(id)));
        past(id, "due_at");
        JsonPath red = await(id, alert -> alert.getString("overdueSince") != null);
        assertThat(red.getString("level")).isEqualTo("red");
        assertThat(red.getString("dueAt")).isNull();
        List<TestEvents.Received> told = TestEvents.await("risk.events", "alert/" + id, 2);
        assertThat(told.get(1).type()).isEqualTo("org.finplan.risk.alert.overdue.v1");
    }

    @Test
    void anAcknowledgementIsNeverOverAsItIsMade() {
        String id = raised("441226");
        // Its clock started long ago, and nobody has noticed yet that all its time is over.
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE alert SET clock_from = now() - interval '60 days', due_at = now() + interval '1 hour' WHERE id = ?",
                UUID.fromString(id)));
        AlertApi.move("risk-officer", id, "acknowledge", Map.of()).then().statusCode(200);
        deadlines.perform(UUID.fromString(id));
        JsonPath taken = AlertApi.get(id);
        assertThat(taken.getString("state")).isEqualTo("acknowledged");
        assertThat(Instant.parse(taken.getString("acknowledgement.until"))).isAfter(Instant.now());
        assertThat(taken.getString("dueAt")).isEqualTo(taken.getString("acknowledgement.until"));
    }

    @Test
    void anAcknowledgementLapsesAndOldOnesAreFound() {
        String id = raised("441204");
        LocalDate today = LocalDate.now(CHINA);
        LocalDate last = CALENDAR.add(today, 10);
        AlertApi.move(
                        "risk-officer",
                        id,
                        "acknowledge",
                        Map.of("until", last.plusDays(1).toString()))
                .then()
                .spec(Problems.at(422, "date-too-late", "/until"))
                .body("errors[0].accepted", contains(today + "/" + last));
        AlertApi.move(
                        "risk-officer",
                        id,
                        "acknowledge",
                        Map.of("until", today.minusDays(1).toString()))
                .then()
                .spec(Problems.at(422, "date-passed", "/until"));
        AlertApi.move(
                        "risk-officer",
                        id,
                        "acknowledge",
                        Map.of("until", today.plusDays(1).toString()))
                .then()
                .statusCode(200)
                .body(
                        "acknowledgement.until",
                        equalTo(ResponseTimes.endOf(today.plusDays(1)).toString()));
        listed("acknowledgedBefore=" + Instant.now().plusSeconds(60)).body("items.id", hasItem(id));
        listed("acknowledgedBefore=" + Instant.now().minusSeconds(3600)).body("items.id", not(hasItem(id)));

        past(id, "acknowledged_until");
        JsonPath lapsed = await(id, alert -> alert.getString("state").equals("raised"));
        assertThat(lapsed.getString("level")).as("nothing is overdue").isEqualTo("yellow");
        assertThat(lapsed.getMap("acknowledgement")).isNull();
        assertThat(kinds(id)).containsExactly("raised", "acknowledged", "acknowledgement-lapsed");
        List<TestEvents.Received> told = TestEvents.await("risk.events", "alert/" + id, 3);
        assertThat(told.get(2).data().get("acknowledgedBy").asText()).isEqualTo("risk-officer");
    }

    @Test
    void aDateThatWasOrderedCountsAndCausesThatAreGonePressNobody() {
        String id = raised("441223");
        AlertApi.move("risk-officer", id, "acknowledge", Map.of()).then().statusCode(200);
        feed.take(SampleEvents.attainment("inclusive-sme-loans", "441223", "on-course", "101", 2));
        assertThat(AlertApi.get(id).getString("dueAt")).isNull();
        feed.take(SampleEvents.attainment("inclusive-sme-loans", "441223", "behind", "80", 3));
        assertThat(AlertApi.get(id).getString("dueAt")).isNotNull();
        LocalDate due = LocalDate.now(CHINA).plusDays(5);
        AlertApi.move(
                        "risk-officer",
                        id,
                        "order-disposal",
                        Map.of("responsibleUnit", "sample unit", "instruction", "sample", "dueOn", due.toString()))
                .then()
                .statusCode(200)
                .body("dueAt", equalTo(ResponseTimes.endOf(due).toString()));
        past(id, "due_at");
        JsonPath overdue = await(id, alert -> alert.getString("overdueSince") != null);
        assertThat(overdue.getString("level")).isEqualTo("orange");
        assertThat(overdue.getString("dueAt")).isNull();
        AlertApi.move("risk-officer", id, "record-feedback", Map.of("feedback", "sample"))
                .then()
                .statusCode(200)
                .body("overdueSince", equalTo(null));
    }

    @Test
    void anAlertOfAnEarlierReleaseGetsItsTime() {
        String id = raised("441224");
        jdbi.useHandle(handle ->
                handle.execute("UPDATE alert SET clock_from = NULL, due_at = NULL WHERE id = ?", UUID.fromString(id)));
        await(id, alert -> alert.getString("dueAt") != null);
        assertThat(kinds(id)).containsExactly("raised");
    }

    private String raised(String region) {
        feed.take(SampleEvents.attainment("inclusive-sme-loans", region, "behind", "80", 1));
        return AlertApi.id(RULE, "inclusive-sme-loans", region);
    }

    private void past(String id, String column) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE alert SET " + column + " = now() - interval '1 minute' WHERE id = ?", UUID.fromString(id)));
    }

    private static io.restassured.response.ValidatableResponse listed(String query) {
        return Requests.as("risk-officer")
                .get("/api/v1/alerts?limit=500&indicator=inclusive-sme-loans&" + query)
                .then()
                .statusCode(200);
    }

    private static List<Object> kinds(String id) {
        return AlertApi.timeline(id).stream().map(entry -> entry.get("kind")).toList();
    }

    private static JsonPath await(String id, Predicate<JsonPath> expected) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> AlertApi.get(id), expected);
    }
}
