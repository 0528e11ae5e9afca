package org.finplan.benchmarks.tasks;

import java.util.List;
import java.util.stream.Stream;

/**
 * A read that is measured.
 *
 * @param name what is read
 * @param path path at the gateway, with its query
 * @param sql a statement that brings the same rows as one JSON text
 */
record Read(String name, String path, String sql) {

    private static final String TASK = """
            SELECT plan, id, parent, branch, level, clause, title_zh, title_en, summary_zh, verbs, regions, indicators, due_date,
                lead, status, claimed_status, version FROM task_seen
            """;
    private static final String MATTER = """
            SELECT id, title, unit, region, state, original_due, current_due, provisional, colour, holder, reminders, escalations,
                urges, returns, opened_at, updated_at, version + climb_version AS version
            FROM supervision JOIN supervision_climb ON supervision_climb.supervision = id
            """;
    private static final String PAGE = "&limit=50";
    private static final String OF_PLAN = "plan=" + SampleTasks.PLAN;

    /** {@return what users ask for most: the tree, lists, what is theirs to do, and scorecards} */
    static List<Read> all() {
        return Stream.concat(ofTasks().stream(), ofPeople().stream()).toList();
    }

    private static List<Read> ofTasks() {
        return List.of(
                new Read(
                        "the areas with their counts",
                        "/api/v1/tasks?level=area&" + OF_PLAN,
                        json(TASK
                                + "JOIN (SELECT plan, branch AS id, jsonb_agg(to_jsonb(c)) AS counts FROM branch_count c WHERE level = 'measure'"
                                + " GROUP BY plan, branch) b USING (plan, id) WHERE plan = '" + SampleTasks.PLAN
                                + "' AND level = 'area' ORDER BY plan, ordinal")),
                new Read(
                        "a page of the tree",
                        "/api/v1/tasks?parent=sample-1-3&" + OF_PLAN + PAGE,
                        tasks("parent = 'sample-1-3'")),
                new Read(
                        "a filtered list",
                        "/api/v1/tasks?region=441284&level=measure&" + OF_PLAN + PAGE,
                        tasks("level = 'measure' AND regions && '{441284}'")),
                new Read(
                        "a search",
                        "/api/v1/tasks?sort=plan&q=%E4%BC%81%E4%B8%9A&" + OF_PLAN + PAGE,
                        tasks("search_grams @> '{企业}' AND strpos(search_text, '企业') > 0")));
    }

    private static List<Read> ofPeople() {
        return List.of(
                new Read(
                        "reports that wait",
                        "/api/v1/progress-reports?state=submitted" + PAGE,
                        json("SELECT * FROM progress_report WHERE state = 'submitted' ORDER BY id DESC LIMIT 51")),
                new Read(
                        "my work",
                        "/api/v1/my-work",
                        "SELECT json_build_array(("
                                + myWork("state IN ('assigned',"
                                        + " 'acknowledged') AND current_due <= current_date + 7")
                                + "), (" + myWork("state = 'acknowledged' AND" + " replies > 0") + "), ("
                                + myWork("(state IN ('registered', 'answered', 'verified') OR suspension IS NOT"
                                        + " NULL OR extension IS NOT NULL)")
                                + "))"),
                new Read(
                        "scorecards",
                        "/api/v1/scorecards?period=2026",
                        json(
                                "SELECT unit, region, count(*) FILTER (WHERE closed_at IS NULL) AS open, count(*) FILTER (WHERE"
                                        + " closed_at >= '2026-01-01') AS closed, sum(returns), sum(escalated), sum(overdue_days),"
                                        + " sum(points) FROM supervision WHERE city = '441200' GROUP BY unit, region")));
    }

    private static String tasks(String where) {
        return json(TASK + "WHERE plan = '" + SampleTasks.PLAN + "' AND " + where + " ORDER BY plan, ordinal LIMIT 51");
    }

    private static String myWork(String where) {
        return json(MATTER + "WHERE closed_at IS NULL AND " + where + " ORDER BY current_due, id LIMIT 100");
    }

    private static String json(String rows) {
        return "SELECT json_agg(r) FROM (" + rows + ") r";
    }
}
