package org.finplan.tasks.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.tasks.supervision.SupervisionApi.NOTE;
import static org.finplan.tasks.supervision.SupervisionApi.acknowledged;
import static org.finplan.tasks.supervision.SupervisionApi.get;
import static org.finplan.tasks.supervision.SupervisionApi.kinds;
import static org.finplan.tasks.supervision.SupervisionApi.move;
import static org.finplan.tasks.supervision.SupervisionApi.today;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.workday.WorkingDays;
import org.junit.jupiter.api.Test;

/** Pauses and extensions through HTTP: asked for by one, decided by another, the original deadline untouched. */
@FinplanTest
class ClockFlowTest {

    private static final WorkingDays CALENDAR = PlanPackages.register(List.of()).workingDays("441200");

    @Test
    void aPauseIsGrantedBySomebodyElseAndMovesTheCurrentDeadlineOnly() {
        String id = acknowledged("441202");
        String original = get(id).getString("deadline.original");
        LocalDate until = today().plusDays(14);
        move("district-441202", id, "suspend", Map.of("until", today().toString(), "reason", "演示样本"))
                .then()
                .spec(Problems.at(422, "date-passed", "/until"));
        move("district-441202", id, "suspend", Map.of("until", "2100-01-01", "reason", "演示样本"))
                .then()
                .spec(Problems.at(422, "date-too-late", "/until"));
        move("district-441202", id, "suspend", Map.of("until", until.toString(), "reason", "演示样本"))
                .then()
                .statusCode(200)
                .body("questions.outcome", contains("open"))
                .body("deadline.current", equalTo(original));
        move("district-441202", id, "suspend", Map.of("until", until.toString(), "reason", "演示样本"))
                .then()
                .spec(Problems.of(409, "supervision-action-not-allowed"));
        move("city-officer", id, "decide-suspension", Map.of("accepted", false))
                .then()
                .spec(Problems.at(422, "remark-missing", "/remark"));
        int stood = CALENDAR.count(today().plusDays(1), until.minusDays(1));
        String moved = CALENDAR.add(LocalDate.parse(original), stood).toString();
        move("city-officer", id, "decide-suspension", Map.of("accepted", true))
                .then()
                .statusCode(200)
                .body("questions.outcome", contains("granted"))
                .body("deadline.original", equalTo(original))
                .body("deadline.current", equalTo(moved))
                .body("deadline.standsUntil", equalTo(until.toString()))
                .body("allowedActions", containsInAnyOrder("resume", "request-extension"));
        move("district-441202", id, "reply", Map.of("text", "演示样本", "evidence", List.of(NOTE)))
                .then()
                .spec(Problems.of(409, "supervision-action-not-allowed"))
                .body("errors[0].accepted", containsInAnyOrder("resume", "request-extension"));
        move("district-441202", id, "resume", Map.of())
                .then()
                .statusCode(200)
                .body("deadline.standsUntil", nullValue())
                .body("deadline.current", equalTo(original));
        assertThat(kinds(id)).endsWith("suspension-asked", "suspension-granted", "resumed");
        List<TestEvents.Received> told = TestEvents.await("tasks.events", "supervision/" + id, 5);
        assertThat(told.get(3).type()).isEqualTo("org.finplan.tasks.supervision.rescheduled.v1");
        assertThat(told.get(3).data().get("due").asText()).isEqualTo(moved);
        assertThat(told.get(4).data().get("reason").asText()).isEqualTo("resumption");
    }

    @Test
    void aQuestionIsTakenBackOrRefusedAndNothingMoves() {
        String id = acknowledged("441203");
        String due = get(id).getString("deadline.current");
        Map<String, String> question = Map.of("until", today().plusDays(9).toString(), "reason", "演示样本");
        move("district-441203", id, "suspend", question).then().statusCode(200);
        move("district-441203", id, "resume", Map.of())
                .then()
                .statusCode(200)
                .body("questions.outcome", contains("withdrawn"));
        move("district-441203", id, "suspend", question).then().statusCode(200);
        move("city-officer", id, "decide-suspension", Map.of("accepted", false, "remark", "演示样本"))
                .then()
                .statusCode(200)
                .body("questions.outcome", contains("withdrawn", "refused"));
        move("district-441203", id, "suspend", question).then().statusCode(200);
        move("district-441203", id, "reply", Map.of("text", "演示样本", "evidence", List.of(NOTE)))
                .then()
                .statusCode(200)
                .body("questions.outcome", contains("withdrawn", "refused", "withdrawn"))
                .body("deadline.current", equalTo(due));
    }

    @Test
    void moreTimeIsAskedForAndGrantedBySomebodyElse() {
        String id = acknowledged("441204");
        String original = get(id).getString("deadline.original");
        LocalDate later = LocalDate.parse(original).plusDays(10);
        move("city-officer", id, "request-extension", Map.of("due", original, "reason", "演示样本"))
                .then()
                .spec(Problems.at(422, "extension-not-later", "/due"));
        move("city-officer", id, "request-extension", Map.of("due", later.toString(), "reason", "演示样本"))
                .then()
                .statusCode(200);
        move("city-officer", id, "decide-extension", Map.of("accepted", true))
                .then()
                .spec(Problems.at(422, "own-question", "/accepted"));
        move("city-admin", id, "decide-extension", Map.of("accepted", true))
                .then()
                .statusCode(200)
                .body("deadline.original", equalTo(original))
                .body("deadline.current", equalTo(later.toString()));
        List<TestEvents.Received> told = TestEvents.await("tasks.events", "supervision/" + id, 4);
        assertThat(told.get(3).type()).isEqualTo("org.finplan.tasks.extension.decided.v1");
        assertThat(told.get(3).data().get("previousDue").asText()).isEqualTo(original);
    }

    @Test
    void nothingIsExtendedAfterItsClosing() {
        String id = acknowledged("441223");
        LocalDate later =
                LocalDate.parse(get(id).getString("deadline.original")).plusDays(10);
        Map<String, String> question = Map.of("due", later.toString(), "reason", "演示样本");
        move("district-441223", id, "request-extension", question).then().statusCode(200);
        move("district-441223", id, "reply", Map.of("text", "演示样本", "evidence", List.of(NOTE)))
                .then()
                .statusCode(200);
        move("city-officer", id, "verify", Map.of("accepted", true)).then().statusCode(200);
        move("city-officer", id, "close", Map.of())
                .then()
                .spec(Problems.of(409, "supervision-action-not-allowed"))
                .body("errors[0].accepted", contains("decide-extension"));
        move("city-officer", id, "decide-extension", Map.of("accepted", false, "remark", "演示样本"))
                .then()
                .statusCode(200);
        move("city-officer", id, "close", Map.of()).then().statusCode(200);
        move("district-441223", id, "request-extension", question)
                .then()
                .spec(Problems.of(422, "extension-after-closing"));
        move("city-officer", id, "decide-extension", Map.of("accepted", true))
                .then()
                .spec(Problems.of(422, "extension-after-closing"));
    }
}
