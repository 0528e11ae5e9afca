package org.finplan.tasks.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.tasks.milestone.MilestoneApi.act;
import static org.finplan.tasks.milestone.MilestoneApi.body;
import static org.finplan.tasks.milestone.MilestoneApi.plan;
import static org.finplan.tasks.milestone.MilestoneApi.planned;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.tasks.milestone.MilestoneApi.Planned;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is behind is computed from milestones and deadlines, in the detail and in lists alike. */
@FinplanTest
class ScheduleListTest {

    private static final String DUE =
            "UPDATE task SET due_date = CAST(:due AS date), plan_due = CAST(:due AS date) WHERE plan = 'zq-fin-14fyp' AND id = :id";

    /** Of a table with next to nothing in it any index will do, so there is something, for as long as the plan is asked for. */
    private static final String MANY = """
            INSERT INTO task (plan, id, path, ordinal, branch, level, clause, title_zh, title_en, summary_zh, summary_en, verbs,
                regions, partner_regions, organisations, systems, indicators, search_text, search_grams, due_date, plan_due)
            SELECT plan, 'sample' || n, '{}', 100000 + n, branch, 'measure', clause, 'sample', 'sample', 'sample', 'sample', '{}',
                '{}', '{}', '{}', '{}', '{}', '', '{}',
                due.day, due.day
            FROM task, generate_series(1, 20000) AS n,
                LATERAL (SELECT CASE WHEN n % 2000 = 0 THEN date '2020-01-01' ELSE date '2090-01-01' END) AS due (day)
            WHERE plan = 'zq-fin-14fyp' AND id = 't4.7.3.m01'""";

    @Inject
    Jdbi jdbi;

    @Test
    @Tag("T04")
    void withoutMilestonesThereIsNoScheduleAndNoInventedShare() {
        String leaf = "t4.7.3.m01";
        as("auditor")
                .get("/api/v1/tasks/" + leaf)
                .then()
                .statusCode(200)
                .body("schedule.basis", equalTo("none"))
                .body("schedule.behind", equalTo(false))
                .body("schedule.planned", nullValue())
                .body("schedule.waitsFor", empty());
        as("auditor").get("/api/v1/tasks/t4.7").then().body("schedule", nullValue());
        assertThat(behind(leaf)).isFalse();
        due(leaf, "2025-06-30");
        as("auditor")
                .get("/api/v1/tasks/" + leaf)
                .then()
                .body("schedule.behind", equalTo(true))
                .body("schedule.overdueBy", greaterThan(200))
                .body("schedule.provisional", equalTo(true));
        assertThat(behind(leaf)).isTrue();
        due(leaf, null);
        assertThat(behind(leaf)).isFalse();
    }

    @Test
    void aLateMilestonePutsALeafBehindUntilItIsAchieved() {
        String leaf = "t4.7.3.m02";
        String before = as("auditor").get("/api/v1/tasks/" + leaf).header("ETag");
        Planned late = planned(leaf, body("2026-03-13", "weight", "1.5"));
        planned(leaf, body("2090-03-13", "weight", "0.5"));
        assertThat(as("auditor").get("/api/v1/tasks/" + leaf).header("ETag")).isNotEqualTo(before);
        as("auditor")
                .get("/api/v1/tasks/" + leaf)
                .then()
                .body("schedule.basis", equalTo("weights"))
                .body("schedule.planned.share", equalTo(0.75f))
                .body("schedule.achieved.share", equalTo(0.0f))
                .body("schedule.late.milestone", contains(late.id()))
                .body("schedule.late[0].workingDaysLate", greaterThan(100));
        assertThat(behind(leaf)).isTrue();
        as("city-officer")
                .get("/api/v1/tasks?parent=t4.7.3&behind=false")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(leaf)));
        act("city-officer", late, "achieve", Map.of("actualDate", "2026-03-20")).statusCode(200);
        as("auditor")
                .get("/api/v1/tasks/" + leaf)
                .then()
                .body("schedule.behind", equalTo(false))
                .body("schedule.achieved.amount", equalTo(1.5f))
                .body("schedule.achieved.total", equalTo(2.0f));
        assertThat(behind(leaf)).isFalse();
        as("city-officer").get("/api/v1/tasks?behind=maybe").then().statusCode(400);
        as("city-officer").get("/api/v1/tasks?behind").then().spec(Problems.at(400, "invalid-parameter", "?behind"));
    }

    @Test
    void aMilestoneDoesNotLieAfterTheDeadlineButADeadlineMayMove() {
        String leaf = "t4.7.3.m03";
        due(leaf, "2090-06-30");
        plan("city-officer", leaf, body("2090-07-01"))
                .spec(Problems.at(422, "milestone-after-due-date", "/plannedDate"))
                .body("errors[0].accepted", contains("../2090-06-30"));
        Planned milestone = planned(leaf, "2090-06-30");
        due(leaf, "2090-05-31");
        as("auditor")
                .get("/api/v1/tasks/" + leaf)
                .then()
                .body("schedule.afterDueDate", contains(milestone.id()))
                .body("schedule.behind", equalTo(false));
        due(leaf, null);
    }

    @Test
    void whatIsBehindIsFoundByAnIndex() {
        String few = "SELECT * FROM task t WHERE t.plan = ANY ('{zq-fin-14fyp}') AND t.level = 'measure'"
                + " AND ((t.plan = ANY ('{zq-fin-14fyp}') AND t.behind_after < date '2026-01-01'))"
                + " ORDER BY t.plan, t.ordinal LIMIT 51";
        assertThat(explain(few)).anySatisfy(line -> assertThat(line).contains("ix_task_behind"));
    }

    private List<String> explain(String sql) {
        QuarkusTransaction.begin();
        try {
            return jdbi.withHandle(handle -> {
                handle.execute(MANY);
                handle.execute("SET LOCAL enable_seqscan = off");
                return handle.createQuery("EXPLAIN " + sql).mapTo(String.class).list();
            });
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void due(String leaf, String day) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.createUpdate(DUE)
                        .bind("due", day)
                        .bind("id", leaf)
                        .execute()));
    }

    private static boolean behind(String leaf) {
        List<String> ids = as("city-officer")
                .get("/api/v1/tasks?parent=t4.7.3&behind=true&limit=500")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        return ids.contains(leaf);
    }
}
