package org.finplan.tasks.supervision.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.events.DisposalOrdered;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.ReportOverdue;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.junit.jupiter.api.Test;

/** Events of other services give cause to act; one matter is open for each cause. */
@FinplanTest
class OpeningTest {

    private static final LocalizedText SAMPLE = new LocalizedText("演示样本", "sample");

    /** From the late report to the score, with everything that happened in the timeline. */
    @Test
    void aLateReportBecomesAMatterThatIsScored() {
        Event<EventData> event = late("green-credit", "441225", "2025", 1);
        TestEvents.publish(event);
        String id = opened("report-overdue", "441225", 1).getString("items[0].id");
        late("green-credit", "441225", "2026-Q1", 2);
        await().until(() -> kinds(id), kinds -> kinds.contains("cause-again"));
        JsonPath matter = opened("report-overdue", "441225", 1);
        assertThat(matter.getString("items[0].unit")).isEqualTo("441225");
        assertThat(matter.getString("items[0].title")).contains("补报数据", "Report the figure");
        move("city-officer", id, "assign", Map.of());
        move("district-441225", id, "acknowledge", Map.of());
        move(
                "district-441225",
                id,
                "reply",
                Map.of("text", "演示样本", "evidence", List.of(Map.of("kind", "note", "text", "演示样本"))));
        move("city-officer", id, "verify", Map.of("accepted", true));
        move("city-officer", id, "close", Map.of());
        move("city-officer", id, "score", Map.of());
        assertThat(kinds(id))
                .containsExactly(
                        "registered",
                        "cause-again",
                        "assigned",
                        "acknowledged",
                        "replied",
                        "verified",
                        "closed",
                        "scored");
        assertThat(TestEvents.await("tasks.events", "supervision/" + id, 5)).hasSize(5);
        as("city-officer")
                .get("/api/v1/scorecards?period=" + today().getYear())
                .then()
                .statusCode(200)
                .body("units.find { it.unit == '441225' }.closed", equalTo(1))
                .body("units.find { it.unit == '441225' }.onTime", equalTo(1))
                .body("units.find { it.unit == '441225' }.averagePoints", equalTo(100.00f));
        as("district-441203")
                .get("/api/v1/scorecards?period=" + today().getYear())
                .then()
                .body("units.find { it.unit == '441225' }", equalTo(null));
        as("city-officer").get("/api/v1/scorecards").then().spec(Problems.at(400, "invalid-parameter", "?period"));

        late("green-credit", "441225", "2026-Q2", 3);
        opened("report-overdue", "441225", 2);
    }

    @Test
    void anIndicatorBehindItsPathGivesCauseWhileItsPlanRuns() {
        String key = "attainment/sample-15fyp/sample-indicator/SAMPLE-EAST";
        judged("sample-15fyp", "sample-indicator", "SAMPLE-EAST", "2026", "behind", key, 1);
        JsonPath open = openedOf("city-officer-SAMPLE-CITY", "indicator-behind", "SAMPLE-EAST", 1);
        String id = open.getString("items[0].id");
        assertThat(open.getString("items[0].plan")).isEqualTo("sample-15fyp");
        judged("sample-15fyp", "sample-indicator", "SAMPLE-EAST", "2027", "on-course", key, 2);
        await().until(
                        () -> as("city-officer-SAMPLE-CITY")
                                .get("/api/v1/supervisions/" + id + "/timeline")
                                .jsonPath()
                                .getList("items.kind"),
                        kinds -> kinds.contains("cause-gone"));
        // A plan that has ended is evaluated; nobody catches up with it any more, but its last figures are owed.
        judged("zq-fin-14fyp", "green-credit", "441284", "2024", "behind", "attainment/sample-ended", 1);
        lateOf("zq-fin-14fyp", "green-credit", "441284", "2024", 1);
        opened("report-overdue", "441284", 1);
        assertThat(list("city-officer", "indicator-behind", "441284").getList("items"))
                .isEmpty();
    }

    @Test
    void anOrderedDisposalIsSupervisedUntilItsDate() {
        UUID alert = UUID.randomUUID();
        LocalDate due = today().plusDays(20);
        TestEvents.publish(
                new DisposalOrdered(alert, "441226", "演示样本单位", "演示样本", due, "sample-risk-officer", Instant.now()),
                "alert/" + alert,
                1,
                "441226");
        JsonPath open = opened("disposal-ordered", "441226", 1);
        assertThat(open.getString("items[0].alert")).isEqualTo(alert.toString());
        assertThat(open.getString("items[0].unit")).isEqualTo("演示样本单位");
        assertThat(open.getString("items[0].deadline.original")).isEqualTo(due.toString());
    }

    @Test
    void whatOpensMattersIsSetByTheCity() {
        as("city-officer-SAMPLE-CITY")
                .get("/api/v1/supervision-openings")
                .then()
                .statusCode(200)
                .body("items.find { it.cause == 'disposal-ordered' }.version", equalTo(1));
        Map<String, Object> off =
                Map.of("cause", "disposal-ordered", "enabled", false, "ladder", "standard", "workingDays", 10);
        as("city-officer-SAMPLE-CITY")
                .body(off)
                .post("/api/v1/supervision-openings")
                .then()
                .spec(Problems.of(403, "forbidden"));
        as("city-admin-SAMPLE-CITY")
                .body(Map.of("cause", "rain", "enabled", false, "ladder", "standard", "workingDays", 10))
                .post("/api/v1/supervision-openings")
                .then()
                .spec(Problems.at(422, "unknown-cause", "/cause"))
                .body("errors[0].accepted", hasItem("report-overdue"));
        as("city-admin-SAMPLE-CITY")
                .body(Map.of("cause", "disposal-ordered", "enabled", false, "ladder", "none", "workingDays", 10))
                .post("/api/v1/supervision-openings")
                .then()
                .spec(Problems.at(422, "unknown-ladder", "/ladder"));
        as("city-admin-SAMPLE-CITY")
                .body(off)
                .post("/api/v1/supervision-openings")
                .then()
                .statusCode(201)
                .body("version", equalTo(2));
        UUID alert = UUID.randomUUID();
        TestEvents.publish(
                new DisposalOrdered(alert, "SAMPLE-CITY", "演示样本", "演示样本", today(), "sample", Instant.now()),
                "alert/" + alert,
                1,
                "SAMPLE-CITY");
        late("sample-indicator", "SAMPLE-CITY", "2026", 1);
        openedOf("city-officer-SAMPLE-CITY", "report-overdue", "SAMPLE-CITY", 1);
        assertThat(list("city-officer-SAMPLE-CITY", "disposal-ordered", "SAMPLE-CITY")
                        .getList("items"))
                .isEmpty();
    }

    private static Event<EventData> late(String indicator, String region, String period, long sequence) {
        return lateOf("sample-plan", indicator, region, period, sequence);
    }

    private static Event<EventData> lateOf(String plan, String indicator, String region, String period, long sequence) {
        return TestEvents.publish(
                new ReportOverdue(plan, indicator, SAMPLE, region, SAMPLE, period, today().minusDays(1), Instant.now()),
                "report-overdue/" + indicator + "/" + region,
                sequence,
                region);
    }

    private static void judged(
            String plan, String indicator, String region, String period, String state, String key, long sequence) {
        TestEvents.publish(
                new AttainmentChanged(
                        plan,
                        indicator,
                        SAMPLE,
                        region,
                        SAMPLE,
                        period,
                        null,
                        AttainmentState.of(state),
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        new BigDecimal("-9"),
                        BigDecimal.TEN,
                        "ge",
                        null,
                        null,
                        null,
                        null,
                        "1",
                        Instant.now(),
                        null,
                        null),
                key,
                sequence,
                region);
    }

    private static JsonPath opened(String cause, String region, int count) {
        return openedOf("city-officer", cause, region, count);
    }

    private static JsonPath openedOf(String user, String cause, String region, int count) {
        await().until(() -> list(user, cause, region).getList("items").size(), size -> size == count);
        return list(user, cause, region);
    }

    private static JsonPath list(String user, String cause, String region) {
        return as(user).get("/api/v1/supervisions?cause=" + cause + "&region=" + region)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Object> kinds(String id) {
        return as("city-officer")
                .get("/api/v1/supervisions/" + id + "/timeline")
                .jsonPath()
                .getList("items.kind");
    }

    private static void move(String user, String id, String move, Map<String, ?> body) {
        String path = "/api/v1/supervisions/" + id;
        as(user).header("If-Match", as("city-officer").get(path).header("ETag"))
                .body(body)
                .post(path + ":" + move)
                .then()
                .statusCode(200);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
