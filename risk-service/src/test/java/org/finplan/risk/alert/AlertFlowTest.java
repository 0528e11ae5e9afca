package org.finplan.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.Event;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.TestEvents;
import org.finplan.risk.Feed;
import org.finplan.risk.SampleEvents;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Events in, alerts out, events out: through Kafka where the wire matters, else straight into the handlers. */
@FinplanTest
class AlertFlowTest {

    private static final String RULE = "plan-indicator-off-path";

    @Inject
    Feed feed;

    @Test
    @Tag("R02")
    @Tag("G09")
    void aFigureOffItsPathRaisesOneAlertAndSaysSoInOrder() {
        Event<AttainmentChanged> behind = SampleEvents.attainment("premium-income", "441202", "behind", "80.10", 7);
        TestEvents.publish(behind);
        JsonPath raised = await("premium-income", "441202", list -> true);
        assertThat(raised.getString("items[0].level")).isEqualTo("yellow");
        assertThat(raised.getString("items[0].state")).isEqualTo("raised");
        assertThat(raised.getMap("items[0].evidence"))
                .containsEntry("event", behind.id().toString())
                .containsEntry("observation", behind.data().observation().toString())
                .containsEntry("version", 7)
                .containsEntry("period", "2025")
                .containsEntry("unit", "CNY_100M")
                .containsEntry("clause", "ch3.s3.2.t13")
                .containsEntry("state", "breached");

        TestEvents.publish(behind);
        TestEvents.publish(SampleEvents.attainment("premium-income", "441202", "off-course", "40", 8));
        JsonPath graver = await("premium-income", "441202", list -> list.getInt("items[0].evidence.version") == 8);
        assertThat(graver.getString("items[0].level")).isEqualTo("orange");
        String id = graver.getString("items[0].id");
        assertThat(AlertApi.timeline(id).stream().map(entry -> entry.get("kind")))
                .as("the redelivery left nothing")
                .containsExactly("raised", "level-raised");

        TestEvents.publish(SampleEvents.attainment("premium-income", "441202", "on-course", "101", 9));
        await("premium-income", "441202", list -> list.getString("items[0].state")
                .equals("closed"));
        TestEvents.publish(SampleEvents.attainment("premium-income", "441202", "behind", "81", 10));
        await("premium-income", "441202", list -> list.getString("items[0].state")
                .equals("raised"));

        List<TestEvents.Received> told = TestEvents.await("risk.events", "alert/" + id, 4);
        assertThat(told.stream().map(TestEvents.Received::type))
                .containsExactly(
                        "org.finplan.risk.alert.raised.v1",
                        "org.finplan.risk.alert.raisedlevel.v1",
                        "org.finplan.risk.alert.resolved.v1",
                        "org.finplan.risk.alert.relapsed.v1");
        assertThat(told.stream().map(TestEvents.Received::sequence)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(told.get(0).headers())
                .containsEntry("ce_subject", "/api/v1/alerts/" + id)
                .containsEntry("ce_region", "441202");
        assertThat(told.get(0).data().get("cause").asText())
                .isEqualTo(behind.id().toString());
    }

    @Test
    @Tag("R01")
    void theMovesOfPeopleAreToldInTheirOrder() {
        String id = raised("manufacturing-loans", "441202");
        String due = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(5).toString();
        AlertApi.move("risk-officer", id, "acknowledge", Map.of());
        AlertApi.move(
                "risk-officer",
                id,
                "order-disposal",
                Map.of("responsibleUnit", "sample unit", "instruction", "sample", "dueOn", due));
        AlertApi.move("risk-officer", id, "record-feedback", Map.of("feedback", "sample feedback"));
        AlertApi.move("risk-officer", id, "start-monitoring", Map.of("reviewOn", due));
        AlertApi.move("risk-officer", id, "close", Map.of()).then().statusCode(200);
        List<TestEvents.Received> told = TestEvents.await("risk.events", "alert/" + id, 4);
        assertThat(told.stream().map(TestEvents.Received::type))
                .containsExactly(
                        "org.finplan.risk.alert.raised.v1",
                        "org.finplan.risk.alert.acknowledged.v1",
                        "org.finplan.risk.disposal.ordered.v1",
                        "org.finplan.risk.alert.resolved.v1");
        assertThat(told.get(2).data().get("dueOn").asText()).isEqualTo(due);
        assertThat(told.get(3).data().get("resolvedBy").asText()).isEqualTo("risk-officer");
    }

    @Test
    @Tag("R02")
    void theSameEventAgainHasNoEffectEvenWithoutTheInbox() {
        Event<AttainmentChanged> behind = SampleEvents.attainment("manufacturing-loans", "441203", "behind", "80", 1);
        feed.take(behind);
        feed.take(behind);
        JsonPath alert = AlertApi.only(RULE, "manufacturing-loans", "441203");
        assertThat(alert.getInt("items[0].version")).isZero();
        assertThat(AlertApi.timeline(alert.getString("items[0].id"))).hasSize(1);
    }

    /** The event of 2026 is one of an earlier release, or of a service that knows another package. */
    @Test
    @Tag("R02")
    void anEndedPlanKeepsItsAlertsAndACorrectionOfItsOwnYearsStillResolvesThem() {
        feed.take(SampleEvents.attainment("loans-balance", "441226", "2025", "behind", "80", 1));
        String id = AlertApi.id(RULE, "loans-balance", "441226");
        feed.take(SampleEvents.attainment("loans-balance", "441226", "2026-10", "achieved", "130", 1));
        JsonPath alert = AlertApi.get(id);
        assertThat(alert.getString("state")).isEqualTo("raised");
        assertThat(alert.getString("evidence.period")).isEqualTo("2025");
        feed.take(SampleEvents.attainment("deposits-balance", "441226", "2026", "off-course", "1", 1));
        assertThat(AlertApi.list(RULE, "deposits-balance", "441226").getList("items"))
                .isEmpty();

        feed.take(SampleEvents.attainment("loans-balance", "441226", "2025", "achieved", "130", 2));
        assertThat(AlertApi.get(id).getString("state")).isEqualTo("closed");
    }

    @Test
    @Tag("R02")
    void anOlderEventNeverOverwritesANewerOne() {
        Event<AttainmentChanged> older = SampleEvents.attainment("manufacturing-loans", "441204", "behind", "80", 1);
        feed.take(SampleEvents.attainment("manufacturing-loans", "441204", "off-course", "40", 2));
        feed.take(older);
        JsonPath alert = AlertApi.only(RULE, "manufacturing-loans", "441204");
        assertThat(alert.getInt("items[0].evidence.version")).isEqualTo(2);
        assertThat(alert.getString("items[0].level")).isEqualTo("orange");
    }

    @Test
    @Tag("R02")
    void newFiguresOfTheSameBreachBecomeItsEvidence() {
        String id = raised("manufacturing-loans", "441284");
        feed.take(SampleEvents.attainment("manufacturing-loans", "441284", "behind", "85.50", 2));
        JsonPath alert = AlertApi.get(id);
        assertThat(alert.getInt("evidence.version")).isEqualTo(2);
        assertThat(new BigDecimal(alert.getString("evidence.actual"))).isEqualByComparingTo("85.50");
        assertThat(AlertApi.timeline(id).stream().map(entry -> entry.get("kind")))
                .containsExactly("raised", "evidence");
    }

    @Test
    void theAlertFollowsTheNewestPeriodThatCouldBeJudged() {
        feed.take(SampleEvents.attainment("manufacturing-loans", "441223", "2024", "behind", "80", 1));
        feed.take(SampleEvents.attainment("manufacturing-loans", "441223", "2025", "no-data", null, 1));
        String id = AlertApi.id(RULE, "manufacturing-loans", "441223");
        assertThat(AlertApi.get(id).getString("evidence.period")).isEqualTo("2024");
        feed.take(SampleEvents.attainment("manufacturing-loans", "441223", "2025", "on-course", "101", 1));
        assertThat(AlertApi.get(id).getString("state")).as("2025 is well").isEqualTo("closed");
        feed.take(SampleEvents.attainment("manufacturing-loans", "441223", "2023", "off-course", "10", 1));
        assertThat(AlertApi.get(id).getString("state")).as("2023 is old news").isEqualTo("closed");
        feed.take(SampleEvents.attainment("manufacturing-loans", "441223", "2025", "no-data", null, 2));
        assertThat(AlertApi.get(id).getString("state"))
                .as("2025 was withdrawn, 2024 counts again")
                .isEqualTo("raised");
    }

    @Test
    void anAlertWhoseFiguresAreAllWithdrawnEnds() {
        String id = raised("manufacturing-loans", "441224");
        feed.take(SampleEvents.attainment("manufacturing-loans", "441224", "no-data", null, 2));
        assertThat(AlertApi.get(id).getString("state")).isEqualTo("closed");
        assertThat(AlertApi.get(id).getString("closure.outcome")).isEqualTo("cause-gone");
        assertThat(AlertApi.get(id).getInt("evidence.version"))
                .as("what it had rested on")
                .isEqualTo(1);
    }

    @Test
    void aBreachDuringMonitoringGoesBackToWarning() {
        String id = raised("manufacturing-loans", "441225");
        String due = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(5).toString();
        AlertApi.move("risk-officer", id, "acknowledge", Map.of());
        AlertApi.move(
                "risk-officer",
                id,
                "order-disposal",
                Map.of("responsibleUnit", "sample unit", "instruction", "sample", "dueOn", due));
        AlertApi.move("risk-officer", id, "record-feedback", Map.of("feedback", "sample feedback"));
        AlertApi.move("risk-officer", id, "start-monitoring", Map.of("reviewOn", due))
                .then()
                .statusCode(200);
        feed.take(SampleEvents.attainment("manufacturing-loans", "441225", "behind", "82", 2));
        assertThat(AlertApi.get(id).getString("state")).isEqualTo("raised");
        assertThat(AlertApi.get(id).getInt("round")).isEqualTo(2);
    }

    @Test
    void aCauseThatComesAndGoesUnderAPersonIsShown() {
        String id = raised("manufacturing-loans", "441226");
        AlertApi.move("risk-officer", id, "acknowledge", Map.of()).then().statusCode(200);
        feed.take(SampleEvents.attainment("manufacturing-loans", "441226", "on-course", "100", 2));
        feed.take(SampleEvents.attainment("manufacturing-loans", "441226", "behind", "90", 3));
        assertThat(AlertApi.get(id).getBoolean("causeGone")).isFalse();
        assertThat(AlertApi.timeline(id).stream().map(entry -> entry.get("kind")))
                .containsExactly("raised", "acknowledged", "cause-gone", "cause-back");
    }

    private String raised(String indicator, String region) {
        feed.take(SampleEvents.attainment(indicator, region, "behind", "80", 1));
        return AlertApi.id(RULE, indicator, region);
    }

    private static JsonPath await(String indicator, String region, Predicate<JsonPath> expected) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> AlertApi.list(RULE, indicator, region),
                        list -> list.getList("items").size() == 1 && expected.test(list));
    }
}
