package org.finplan.tasks.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.TaskNode;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.testing.TestEvents.Received;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Judgements of indicators arrive through Kafka and flag the leaves. Each test has an indicator of its own.
 *
 * <p>Requirements: T22, leaves and indicators are linked, and a leaf is flagged when an indicator that it moves falls
 * behind; T05, a leaf concerns the regions that it names; T04, branches count their leaves.
 */
@FinplanTest
class FlagTest {

    private static final String PLAN = "zq-fin-14fyp";
    private static final PlanPackage PACKAGE = PlanPackages.bundled(PLAN);
    private static final String CITY = "441200";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicLong SEQUENCE = new AtomicLong();

    @Inject
    AttainmentRepository attainments;

    @Test
    @Tag("T22")
    void leavesOfAnIndicatorThatFallsBehindAreFlaggedAndClearedWhenItIsBack() {
        Event<EventData> cause = judge("green-credit", CITY, "2023", "behind", "200", "240");
        awaitFlagged("green-credit", linked("green-credit"));
        JsonPath leaf = as("city-officer").get("/api/v1/tasks/t4.8.2.m03").jsonPath();
        assertThat(leaf.getBoolean("flagged")).isTrue();
        Map<String, Object> flag = leaf.getMap("flags[0]");
        assertThat(flag)
                .containsEntry("indicator", "green-credit")
                .containsEntry("region", CITY)
                .containsEntry("period", "2023")
                .containsEntry("state", "behind")
                .containsEntry("event", cause.id().toString());
        assertThat(leaf.getString("flags[0].reason.zh"))
                .contains("落后于预期路径")
                .contains("200")
                .contains("240");
        assertThat(leaf.getString("flags[0].reason.en"))
                .contains("is behind its path")
                .contains("-40");

        judge("green-credit", CITY, "2023", "on-course", "241", "240");
        awaitFlagged("green-credit", Set.of());
        List<Received> told = statusChanges("t4.8.2.m03", 2);
        assertThat(told)
                .extracting(event -> event.data().get("flagged").asBoolean())
                .containsExactly(true, false);
        assertThat(told.get(1).data().get("reason").get("en").asText()).contains("is no longer behind its path");
        assertThat(told.get(0).data().get("indicator").asText()).isEqualTo("green-credit");
        assertThat(told.get(0).headers()).containsEntry("ce_region", CITY);
    }

    @Test
    @Tag("T05")
    void figureOfADistrictFlagsOnlyLeavesThatConcernIt() {
        judge("agricultural-loans", "441284", "2023", "off-course", "10", "20");
        Set<String> expected = linked("agricultural-loans");
        expected.remove("t4.6.1.2.m01");
        awaitFlagged("agricultural-loans", expected);
        String leaf = expected.iterator().next();
        assertThat(as("district-441284").get("/api/v1/tasks/" + leaf).jsonPath().getList("flags"))
                .hasSize(1);
        JsonPath hidden = as("district-441202").get("/api/v1/tasks/" + leaf).jsonPath();
        assertThat(hidden.getList("flags")).isEmpty();
        assertThat(hidden.getBoolean("flagged")).isFalse();
        assertThat(as("district-441202")
                        .get("/api/v1/tasks?indicator=agricultural-loans&flagged=true")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    @Tag("T22")
    void sameEventTwiceHasNoSecondEffect() {
        Event<EventData> event = judge("premium-income", CITY, "2023", "behind", "80", "90");
        TestEvents.publish(event);
        TestEvents.publish(event);
        judge("premium-income", CITY, "2024", "off-course", "81", "100");
        String leaf = linked("premium-income").iterator().next();
        await().atMost(PATIENCE)
                .until(
                        () -> as("city-officer").get("/api/v1/tasks/" + leaf).path("flags[0].state"),
                        "off-course"::equals);
        assertThat(statusChanges(leaf, 2)).hasSize(2);
    }

    @Test
    @Tag("T22")
    void flagFollowsTheNewestPeriodThatCouldBeJudged() {
        judge("manufacturing-loans", CITY, "2022", "behind", "200", "220");
        awaitFlagged("manufacturing-loans", linked("manufacturing-loans"));
        judge("manufacturing-loans", CITY, "2023", "ahead", "300", "260");
        awaitFlagged("manufacturing-loans", Set.of());
        judge("manufacturing-loans", CITY, "2022", "off-course", "150", "220");
        judge("manufacturing-loans", CITY, "2024", "no-data", null, "300");
        judge("manufacturing-loans", CITY, "2025", "behind", "320", "510");
        awaitFlagged("manufacturing-loans", linked("manufacturing-loans"));
        assertThat(statusChanges("t4.1.2.2.m01", 3))
                .extracting(event -> event.data().get("flagged").asBoolean())
                .containsExactly(true, false, true);
    }

    /** The second judgement is one of an earlier release, or of a service that knows another package. */
    @Test
    @Tag("T22")
    void anEndedPlanKeepsItsFlagsAndACorrectionOfItsOwnYearsStillChangesThem() {
        judge("securities-turnover", CITY, "2025", "behind", "11000", "12000");
        awaitFlagged("securities-turnover", linked("securities-turnover"));
        judge("securities-turnover", CITY, "2026-10", "achieved", "13000", "12000");
        judge("securities-turnover", CITY, "2025", "off-course", "7000", "12000");
        String leaf = linked("securities-turnover").iterator().next();
        await().atMost(PATIENCE)
                .until(
                        () -> as("city-officer").get("/api/v1/tasks/" + leaf).path("flags[0].state"),
                        "off-course"::equals);
        assertThat(statusChanges(leaf, 2))
                .extracting(event -> event.data().get("flagged").asBoolean())
                .as("never cleared between")
                .containsExactly(true, true);
        judge("securities-turnover", CITY, "2025", "achieved", "12100", "12000");
        awaitFlagged("securities-turnover", Set.of());
    }

    @Test
    @Tag("T22")
    void leafStaysFlaggedWhileAnotherIndicatorIsBehind() {
        String leaf = "t4.1.2.2.m02";
        judge("listed-quoted-companies", CITY, "2023", "behind", "20", "30");
        judge("direct-financing-ratio", CITY, "2023", "behind", "20", "30");
        await().atMost(PATIENCE)
                .until(() -> as("city-officer")
                                .get("/api/v1/tasks/" + leaf)
                                .jsonPath()
                                .getList("flags")
                                .size()
                        == 2);
        judge("listed-quoted-companies", CITY, "2023", "achieved", "50", "30");
        await().atMost(PATIENCE)
                .until(() -> as("city-officer")
                                .get("/api/v1/tasks/" + leaf)
                                .jsonPath()
                                .getList("flags")
                                .size()
                        == 1);
        assertThat(as("city-officer").get("/api/v1/tasks/" + leaf).jsonPath().getBoolean("flagged"))
                .isTrue();
        assertThat(statusChanges(leaf, 3).get(2).data().get("flagged").asBoolean())
                .isTrue();
    }

    @Test
    @Tag("T22")
    void figureOfTheProvinceFlagsNoLeafOfTheCity() {
        judge("securities-turnover", "440000", "2023", "behind", "1", "2");
        await().atMost(PATIENCE).until(() -> QuarkusTransaction.requiringNew().call(() -> attainments
                .newest(
                        new Series(PLAN, "securities-turnover", "440000"),
                        PACKAGE.plan().lastDay())
                .isPresent()));
        awaitFlagged("securities-turnover", Set.of());
    }

    @Test
    @Tag("T04")
    void branchesCountTheirFlaggedLeaves() {
        judge("financial-institutions", CITY, "2023", "behind", "50", "60");
        awaitFlagged("financial-institutions", linked("financial-institutions"));
        int flagged = as("city-officer")
                .get("/api/v1/tasks?level=area&limit=20")
                .jsonPath()
                .getList("items.counts.flagged", Integer.class)
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(flagged)
                .isGreaterThanOrEqualTo(linked("financial-institutions").size());
    }

    private static Event<EventData> judge(
            String indicator, String region, String period, String state, String actual, String expected) {
        BigDecimal value = actual == null ? null : new BigDecimal(actual);
        BigDecimal path = new BigDecimal(expected);
        AttainmentChanged data = new AttainmentChanged(
                PLAN,
                indicator,
                new LocalizedText("样例指标 " + indicator, "Sample of " + indicator),
                region,
                PACKAGE.regionName(region).orElseThrow(),
                period,
                null,
                AttainmentState.of(state),
                value,
                path,
                value == null ? null : value.subtract(path),
                new BigDecimal("351"),
                "ge",
                "CNY_100M",
                "ch3.s3.2.t13",
                UUID.randomUUID(),
                1,
                "attainment-1",
                Instant.now(),
                null,
                null);
        return TestEvents.publish(
                data, "attainment/" + PLAN + "/" + indicator + "/" + region, SEQUENCE.incrementAndGet(), region);
    }

    private static Set<String> linked(String indicator) {
        Set<String> leaves = new TreeSet<>();
        PACKAGE.tasks().stream()
                .filter(node -> node.indicators().contains(indicator))
                .map(TaskNode::id)
                .forEach(leaves::add);
        return leaves;
    }

    private static void awaitFlagged(String indicator, Set<String> leaves) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(as("city-officer")
                        .get("/api/v1/tasks?limit=500&flagged=true&indicator=" + indicator)
                        .jsonPath()
                        .getList("items.id", String.class))
                .containsExactlyInAnyOrderElementsOf(leaves));
    }

    private static List<Received> statusChanges(String leaf, int count) {
        return TestEvents.await("tasks.events", "task/" + PLAN + "/" + leaf, count);
    }
}
