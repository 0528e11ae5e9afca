package org.finplan.tasks.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.asBoundTo;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.platform.plan.table.PlanFiles;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.PublishedPlan;
import org.finplan.platform.testing.TestEvents;
import org.junit.jupiter.api.Test;

/** A sample city (样例) publishes a notice of holidays while a matter is open. */
@FinplanTest
class CalendarChangeTest {

    private static final String CODE = "sample-tasks-calendar";

    /** A notice that changes nothing here. */
    private static final String FAR = notice(LocalDate.of(2040, 1, 1), LocalDate.of(2040, 1, 3));

    private final PublishedPlan plan = new PublishedPlan(CODE);

    @Test
    void aChangedCalendarMovesTheCurrentDeadlineTellsTheUnitAndLeavesTheOriginal() {
        PlanFiles before = withNotices(plan.files(text -> text), FAR);
        plan.publish(1, before);
        plan.answers("tasks.events", 1);
        plan.enforce(1, before);
        await().untilAsserted(
                        () -> officer().get("/api/v1/tasks?plan=" + CODE).then().statusCode(200));
        Map<String, Object> body = SupervisionApi.matter(plan.region("EAST"));
        body.put("workingDays", 60);
        String id = officer()
                .body(body)
                .post("/api/v1/supervisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String original = get(id).getString("deadline.original");
        assertThat(get(id).getBoolean("deadline.provisional")).isTrue();

        PlanFiles after = withNotices(before, FAR + ", " + holiday());
        plan.publish(2, after);
        plan.answers("tasks.events", 2);
        plan.enforce(2, after);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !get(id).getString("deadline.current").equals(original));
        assertThat(get(id).getString("deadline.original")).isEqualTo(original);
        assertThat(LocalDate.parse(get(id).getString("deadline.current"))).isAfter(LocalDate.parse(original));
        List<TestEvents.Received> told = TestEvents.await("tasks.events", "supervision/" + id, 2);
        assertThat(told).hasSize(2);
        assertThat(told.get(1).type()).isEqualTo("org.finplan.tasks.supervision.rescheduled.v1");
        assertThat(told.get(1).data().get("reason").asText()).isEqualTo("calendar");
        assertThat(told.get(1).data().get("unit").asText()).isEqualTo(plan.region("EAST"));
        assertThat(officer()
                        .get("/api/v1/supervisions/" + id + "/timeline")
                        .jsonPath()
                        .getList("items.kind"))
                .isEqualTo(List.of("registered", "calendar-changed"));
    }

    /** Seven days off in a row, of the year that they begin in. */
    private static String holiday() {
        LocalDate tomorrow = SupervisionApi.today().plusDays(1);
        LocalDate from = tomorrow.getMonthValue() == 12 && tomorrow.getDayOfMonth() > 24
                ? LocalDate.of(tomorrow.getYear() + 1, 1, 2)
                : tomorrow;
        return notice(from, from.plusDays(6));
    }

    private static String notice(LocalDate from, LocalDate until) {
        return """
                {"year": %d, "number": "演示样本〔样例〕1号", "issued": "%s", "make_up_days": [],
                  "holidays": [{"from": "%s", "until": "%s", "name_zh": "演示样本", "name_en": "sample"}]}""".formatted(from.getYear(), from.minusDays(30), from, until);
    }

    private static PlanFiles withNotices(PlanFiles files, String notices) {
        Map<String, byte[]> contents = new TreeMap<>(files.contents());
        contents.put(PlanFiles.WORKING_DAYS, ("{\"notices\": [" + notices + "]}").getBytes(StandardCharsets.UTF_8));
        return new PlanFiles(CODE, contents);
    }

    private JsonPath get(String id) {
        return officer()
                .get("/api/v1/supervisions/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private RequestSpecification officer() {
        return asBoundTo("city-officer", plan.region("CITY"));
    }
}
