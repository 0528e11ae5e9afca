package org.finplan.tasks.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.tasks.calendar.Subscription.anybody;
import static org.finplan.tasks.calendar.Subscription.events;
import static org.finplan.tasks.calendar.Subscription.made;
import static org.finplan.tasks.calendar.Subscription.read;
import static org.finplan.tasks.calendar.Subscription.value;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.component.VEvent;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The calendar of a unit, read as a phone reads it and parsed by the library's own reader. */
@FinplanTest
class CalendarFeedTest {

    private static final String MATTERS = "/api/v1/supervisions/";

    @Inject
    Jdbi jdbi;

    @Test
    void theUnitsOpenDeadlinesAreDaysThatKeepTheirIdsWhenTheyMove() {
        String unit = Subscription.unit();
        String key = made(unit).getString("key");
        String other = Subscription.unit();
        registered(other, "其他单位的演示样本");
        String id = registered(unit, "演示样本，一；二\\三");
        Response first = read(unit, key);
        first.then()
                .contentType("text/calendar")
                .header("Content-Type", containsString("charset=UTF-8"))
                .header("Cache-Control", containsString("private"));
        Map<String, VEvent> before = events(first);
        String uid = "supervision-" + id + "-deadline@finplan";
        assertThat(before).containsOnlyKeys(uid);
        assertThat(value(before.get(uid), "SUMMARY")).isEqualTo("督办期限：演示样本，一；二\\三");
        assertThat(value(before.get(uid), "DTSTART")).isEqualTo(compact(get(id, "deadline.current")));
        assertThat(first.asString()).doesNotContain("secret-cause");

        move(id, "assign", Map.of());
        move(id, "acknowledge", Map.of());
        LocalDate later = LocalDate.parse(get(id, "deadline.current")).plusDays(20);
        moveAs(unit, id, "request-extension", Map.of("due", later.toString(), "reason", "secret-reason"));
        Map<String, VEvent> asked = events(read(unit, key));
        assertThat(asked).hasSize(2).containsKey(uid);
        VEvent extension = asked.entrySet().stream()
                .filter(entry -> entry.getKey().contains("-extension-"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(value(extension, "STATUS")).isEqualTo("TENTATIVE");
        assertThat(value(extension, "DTSTART")).isEqualTo(compact(later.toString()));

        move(id, "decide-extension", Map.of("accepted", true));
        Response moved = read(unit, key);
        Map<String, VEvent> after = events(moved);
        assertThat(after).containsOnlyKeys(uid);
        assertThat(value(after.get(uid), "DTSTART")).isEqualTo(compact(later.toString()));
        assertThat(Integer.parseInt(value(after.get(uid), "SEQUENCE")))
                .isGreaterThan(Integer.parseInt(value(before.get(uid), "SEQUENCE")));
        // A calendar has whole seconds, in which all of this may have happened.
        assertThat(value(after.get(uid), "LAST-MODIFIED"))
                .isGreaterThanOrEqualTo(value(before.get(uid), "LAST-MODIFIED"));
        assertThat(moved.asString()).doesNotContain("secret-reason");
    }

    @Test
    void aPauseShowsWhenTheClockGoesOnAndAClosedMatterGoesAway() {
        String unit = Subscription.unit();
        String key = made(unit).getString("key");
        String id = registered(unit, "演示样本");
        move(id, "assign", Map.of());
        move(id, "acknowledge", Map.of());
        LocalDate until = today().plusDays(14);
        moveAs(unit, id, "suspend", Map.of("until", until.toString(), "reason", "演示样本"));
        move(id, "decide-suspension", Map.of("accepted", true));
        Map<String, VEvent> paused = events(read(unit, key));
        assertThat(value(paused.get("supervision-" + id + "-pause-1@finplan"), "DTSTART"))
                .isEqualTo(compact(until.toString()));
        moveAs(unit, id, "resume", Map.of());
        assertThat(events(read(unit, key))).hasSize(1);
        moveAs(unit, id, "reply", Map.of("text", "演示样本", "evidence", List.of(Map.of("kind", "note", "text", "演示样本"))));
        move(id, "verify", Map.of("accepted", true));
        assertThat(events(read(unit, key))).hasSize(1);
        move(id, "close", Map.of());
        assertThat(events(read(unit, key))).isEmpty();
    }

    @Test
    void tasksThatTheUnitLeadsAreInItWhenTheyHaveADay() {
        String unit = Subscription.unit();
        String key = made(unit).getString("key");
        LocalDate due = today().plusDays(40);
        lead(unit, due, "t4.2.1.1.m04");
        Map<String, VEvent> events = events(read(unit, key));
        assertThat(events).containsOnlyKeys("task-zq-fin-14fyp-t4.2.1.1.m04@finplan");
        VEvent task = events.values().iterator().next();
        assertThat(value(task, "DTSTART")).isEqualTo(compact(due.toString()));
        assertThat(value(task, "SUMMARY")).startsWith("任务到期：");
        anybody()
                .queryParam("key", key)
                .queryParam("lang", "en")
                .get("/api/v1/calendars/" + unit + ".ics")
                .then()
                .statusCode(200)
                .body(containsString("SUMMARY:Task due: "));
        anybody()
                .queryParam("key", key)
                .queryParam("lang", "fr")
                .get("/api/v1/calendars/" + unit + ".ics")
                .then()
                .statusCode(400);
        lead(null, null, "t4.2.1.1.m04");
        assertThat(events(read(unit, key))).isEmpty();
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        String unit = Subscription.unit();
        String key = made(unit).getString("key");
        String id = registered(unit, "演示样本");
        String tag = read(unit, key).header("ETag");
        anybody()
                .queryParam("key", key)
                .header("If-None-Match", tag)
                .get("/api/v1/calendars/" + unit + ".ics")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .header("Cache-Control", containsString("private"))
                .body(emptyOrNullString());
        move(id, "assign", Map.of());
        anybody()
                .queryParam("key", key)
                .header("If-None-Match", tag)
                .get("/api/v1/calendars/" + unit + ".ics")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    @Test
    void aUnitOfAnotherCityWithTheSameNameStaysUnseen() {
        String unit = Subscription.unit();
        registered(unit, "演示样本");
        String foreign = as("city-admin-SAMPLE-CITY")
                .body(Subscription.request(unit))
                .post(Subscription.KEYS)
                .then()
                .statusCode(201)
                .body("city", equalTo("SAMPLE-CITY"))
                .extract()
                .path("key");
        assertThat(events(read(unit, foreign))).isEmpty();
        assertThat(events(read(unit, made(unit).getString("key")))).hasSize(1);
    }

    @Test
    void withoutTheGatewayNothingIsRead() {
        String unit = Subscription.unit();
        String key = made(unit).getString("key");
        RestAssured.given()
                .queryParam("key", key)
                .get("/api/v1/calendars/" + unit + ".ics")
                .then()
                .statusCode(401);
        as("city-admin")
                .queryParam("key", key)
                .accept("text/calendar")
                .get("/api/v1/calendars/" + unit + ".ics")
                .then()
                .spec(Problems.of(403, "forbidden"));
    }

    private void lead(String unit, LocalDate due, String task) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE task SET lead = :lead, lead_source = CASE WHEN CAST(:lead AS text) IS NULL THEN NULL ELSE 'plan' END,
                            due_date = :due, plan_due = :due WHERE plan = 'zq-fin-14fyp' AND id = :id""")
                .bind("lead", unit)
                .bind("due", due)
                .bind("id", task)
                .execute());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static String compact(String day) {
        return LocalDate.parse(day).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String registered(String unit, String title) {
        Map<String, Object> body = new HashMap<>(Map.of("title", title, "unit", unit, "cause", "secret-cause"));
        body.put("workingDays", 10);
        return as("city-officer")
                .body(body)
                .post("/api/v1/supervisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String get(String id, String path) {
        return as("city-officer")
                .get(MATTERS + id)
                .then()
                .statusCode(200)
                .extract()
                .path(path);
    }

    private static void move(String id, String move, Map<String, ?> body) {
        as("city-officer")
                .header("If-Match", tag(id))
                .body(body)
                .post(MATTERS + id + ":" + move)
                .then()
                .statusCode(200);
    }

    private static void moveAs(String unit, String id, String move, Map<String, ?> body) {
        Subscription.officer(unit)
                .header("If-Match", tag(id))
                .body(body)
                .post(MATTERS + id + ":" + move)
                .then()
                .statusCode(200);
    }

    private static String tag(String id) {
        return as("city-officer").get(MATTERS + id).header("ETag");
    }
}
