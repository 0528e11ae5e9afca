package org.finplan.benchmarks.tasks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Rows that say in their titles that they are samples: measures under the areas of the sample plan with the texts of the bundled
 * plan's measures and a number, ten reports for each, and supervised matters. They are written to the tables as the service keeps
 * them; the first matter comes through the gateway, and the others are its copies.
 */
final class SampleTasks {

    static final String PLAN = "zq-fin-15fyp-sample";
    static final int REPORTS = 10;

    private static final String TITLE = "性能测试样本事项";
    private static final String DISTRICTS =
            "ARRAY['441202','441203','441204','441223','441224','441225','441226','441284']";
    private static final String STATUSES = "ARRAY['not_started','in_progress','done','stopped']";

    private static final String SECTIONS = """
            INSERT INTO task (plan, id, parent, path, ordinal, branch, level, clause, title_zh, title_en, summary_zh, summary_en, verbs,
                regions, partner_regions, organisations, systems, indicators, search_text, search_grams)
            SELECT plan, 'sample-' || area || '-' || s, id, ARRAY[id], 100000 + area * 1000 + s, branch, 'section', clause,
                '性能测试样本 ' || s, 'Sample section ' || s, '', '', '{}', '{}', '{}', '{}', '{}', '{}', '', '{}'
            FROM (SELECT t.*, row_number() OVER (ORDER BY ordinal) AS area FROM task t WHERE plan = '%s' AND level = 'area') t,
                generate_series(1, 4) s""".formatted(PLAN);

    private static final String TASKS = """
            WITH parents AS (
                SELECT t.*, row_number() OVER (ORDER BY id) - 1 AS number, count(*) OVER () AS many FROM task t
                WHERE plan = '%1$s' AND id LIKE 'sample-%%' AND level = 'section'),
            texts AS (
                SELECT t.*, row_number() OVER (ORDER BY ordinal) - 1 AS number, count(*) OVER () AS many FROM task t
                WHERE plan = 'zq-fin-14fyp' AND level = 'measure')
            INSERT INTO task (plan, id, parent, path, ordinal, branch, level, clause, title_zh, title_en, summary_zh, summary_en, verbs,
                regions, partner_regions, organisations, systems, indicators, search_text, search_grams, due_date, plan_due, status,
                claimed_status)
            SELECT p.plan, 'sample-m' || n, p.id, p.path || p.id, 1000000 + n, p.branch, 'measure', p.clause,
                '样本 ' || n || ' ' || x.title_zh, 'Sample ' || n || ' ' || x.title_en, x.summary_zh, x.summary_en, x.verbs,
                CASE n %% 9 WHEN 0 THEN '{}' ELSE ARRAY[(%2$s)[n %% 8 + 1]] END, '{}', '{}', '{}',
                CASE n %% 100 WHEN 0 THEN ARRAY['s15-green-loans'] ELSE '{}' END, x.search_text, x.search_grams,
                date '2026-12-01' + n %% 700, date '2026-12-01' + n %% 700, (%3$s)[n / 8 %% 4 + 1], (%3$s)[n / 8 %% 4 + 1]
            FROM generate_series(%4$d, %5$d) n JOIN parents p ON p.number = n %% p.many JOIN texts x ON x.number = n %% x.many""";

    private static final String REPORTED = """
            INSERT INTO progress_report (id, plan, task, region, status, reported_for, note, state, reported_by, reported_at,
                reviewed_by, reviewed_at)
            SELECT ('0199' || lpad(to_hex(n * 10 + r), 8, '0') || '7' || lpad(to_hex(n %% 4096), 3, '0') || '8'
                || substr(md5(n || '-' || r), 1, 15))::uuid, '%1$s', 'sample-m' || n, (%2$s)[n %% 8 + 1], 'in_progress',
                date '2026-01-01' + r * 30, '样本进展', CASE WHEN waits THEN 'submitted' ELSE 'verified' END, 'sample-reporter',
                timestamptz '2026-01-01' + r * interval '30 days', CASE WHEN NOT waits THEN 'sample-verifier' END,
                CASE WHEN NOT waits THEN timestamptz '2026-02-01' + r * interval '30 days' END
            FROM generate_series(%3$d, %4$d) n, generate_series(1, %5$d) r, LATERAL (SELECT r = %5$d AND n %% 10 = 0) w (waits)""";

    private static final String STANDINGS = """
            INSERT INTO task_standing (plan, task, region, claimed_status, claimed_for, claimed_at, verified_status, verified_for,
                verified_at)
            SELECT '%1$s', 'sample-m' || n, (%2$s)[n %% 8 + 1], 'in_progress', '2026-10-28', now(), 'in_progress', '2026-10-28', now()
            FROM generate_series(%3$d, %4$d) n""";

    private static final String MATTERS = """
            INSERT INTO supervision
            SELECT r.* FROM supervision s, generate_series(%3$d, %4$d) n, LATERAL (SELECT n %% 5 = 4) e (ended),
                LATERAL jsonb_populate_record(s, jsonb_build_object(
                'id', ('0199' || lpad(to_hex(n), 8, '0') || '7abc8' || substr(md5(n::text), 1, 15))::uuid,
                'unit', (%1$s)[n %% 8 + 1], 'region', (%1$s)[n %% 8 + 1], 'plan', '%2$s', 'task', 'sample-m' || n,
                'title', s.title || ' ' || n, 'state', (ARRAY['assigned','acknowledged','acknowledged','answered','scored'])[n %% 5 + 1],
                'replies', n %% 3, 'points', CASE WHEN ended THEN 90 END, 'score', CASE WHEN ended THEN '{}' END,
                'closed_at', CASE WHEN ended THEN now() - n %% 300 * interval '1 day' END,
                'overdue_days', CASE WHEN ended THEN n %% 4 END, 'current_due', s.current_due - 20 + n %% 60)) r
            WHERE s.title = '%5$s'""";

    private static final String CLIMBS = """
            INSERT INTO supervision_climb (supervision, climb_region, holder, next_on)
            SELECT id, region, 'unit', CASE WHEN closed_at IS NULL THEN current_due + 30 END
            FROM supervision WHERE id NOT IN (SELECT supervision FROM supervision_climb)""";

    private final OwnStack stack;
    private int tasks;

    SampleTasks(OwnStack stack) {
        this.stack = stack;
    }

    /** Makes the first matter, of which the others are copies, and the sections. */
    void begin() throws SQLException {
        ObjectNode matter = JsonNodeFactory.instance.objectNode();
        matter.put("title", TITLE);
        matter.put("unit", "441284");
        matter.put("cause", "性能测试样本");
        matter.put("workingDays", 10);
        stack.post("city-officer", "/api/v1/supervisions", matter);
        execute(SECTIONS);
    }

    /**
     * Adds what is missing to so many tasks, ten times as many reports, and half as many matters.
     *
     * @param number tasks that are there afterwards
     */
    void grow(int number) throws SQLException {
        int from = tasks + 1;
        execute(
                TASKS.formatted(PLAN, DISTRICTS, STATUSES, from, number),
                REPORTED.formatted(PLAN, DISTRICTS, from, number, REPORTS),
                STANDINGS.formatted(PLAN, DISTRICTS, from, number),
                MATTERS.formatted(DISTRICTS, PLAN, tasks / 2 + 1, number / 2, TITLE),
                CLIMBS,
                "VACUUM ANALYZE");
        tasks = number;
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = stack.superuser();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
