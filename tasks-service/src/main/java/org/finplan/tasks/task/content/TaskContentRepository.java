package org.finplan.tasks.task.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.task.TaskKey;
import org.jdbi.v3.core.Jdbi;

/** What the plan says of its nodes, in the table of the tasks. */
@ApplicationScoped
class TaskContentRepository {

    /** Retired nodes stand behind all others, in the order that they had. */
    private static final String RETIRE = """
            UPDATE task AS t SET retired_in = coalesce(t.retired_in, :version), ordinal = gone.ordinal,
                version = t.version + CASE WHEN t.retired_in IS NULL THEN 1 ELSE 0 END
            FROM (SELECT id, cardinality(:ids) - 1
                      + CAST(row_number() OVER (ORDER BY retired_in, ordinal, id) AS integer) AS ordinal
                  FROM task WHERE plan = :plan AND id <> ALL (:ids)) AS gone
            WHERE t.plan = :plan AND t.id = gone.id""";

    private static final String KEEP_WORDINGS = """
            INSERT INTO task_wording (plan, task, version, title_zh, title_en, summary_zh, summary_en, clause, since)
            SELECT t.plan, t.id, :version, t.title_zh, t.title_en, t.summary_zh, t.summary_en, t.clause, :now
            FROM task t LEFT JOIN LATERAL (
                SELECT * FROM task_wording w WHERE w.plan = t.plan AND w.task = t.id ORDER BY version DESC LIMIT 1
            ) AS known ON true
            WHERE t.plan = :plan
                AND (t.title_zh, t.title_en, t.summary_zh, t.summary_en, t.clause) IS DISTINCT FROM
                    (known.title_zh, known.title_en, known.summary_zh, known.summary_en, known.clause)
            ON CONFLICT (plan, task, version) DO NOTHING""";

    private static final String WORDINGS = """
            SELECT version, since, title_zh, title_en, summary_zh, summary_en, clause FROM task_wording
            WHERE plan = :plan AND task = :task ORDER BY version DESC""";

    /** Status is not touched, and units only while nobody assigned others. */
    private static final String STORE = """
            INSERT INTO task AS t (plan, id, parent, path, ordinal, branch, level, clause, title_zh, title_en,
                                   summary_zh, summary_en, verbs, regions, partner_regions, organisations, systems,
                                   indicators, search_text, search_grams, lead, lead_source, cooperating, due_date)
            SELECT :plan, r.id, r.parent, r.path, r.ordinal, r.branch, r.level, r.clause, r."titleZh", r."titleEn",
                   r."summaryZh", r."summaryEn", r.verbs, r.regions, r."partnerRegions", r.organisations, r.systems,
                   r.indicators, r."searchText", r."searchGrams", r.lead, CASE WHEN r.lead IS NOT NULL THEN 'plan' END,
                   r.cooperating, r.due
            FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (
                id text, parent text, path text[], ordinal integer, branch text, level text, clause text,
                "titleZh" text, "titleEn" text, "summaryZh" text, "summaryEn" text, verbs text[], regions text[],
                "partnerRegions" text[], organisations text[], systems text[], indicators text[],
                "searchText" text, "searchGrams" text[], lead text, cooperating text[], due date)
            ON CONFLICT (plan, id) DO UPDATE SET
                parent = excluded.parent, path = excluded.path, ordinal = excluded.ordinal, branch = excluded.branch,
                level = excluded.level, clause = excluded.clause, title_zh = excluded.title_zh,
                title_en = excluded.title_en, summary_zh = excluded.summary_zh, summary_en = excluded.summary_en,
                verbs = excluded.verbs, regions = excluded.regions, partner_regions = excluded.partner_regions,
                organisations = excluded.organisations, systems = excluded.systems, indicators = excluded.indicators,
                due_date = excluded.due_date,
                search_text = excluded.search_text, search_grams = excluded.search_grams,
                lead = CASE WHEN t.lead_source = 'assigned' THEN t.lead ELSE excluded.lead END,
                cooperating = CASE WHEN t.lead_source = 'assigned' THEN t.cooperating ELSE excluded.cooperating END,
                lead_source = CASE WHEN t.lead_source = 'assigned' THEN 'assigned' ELSE excluded.lead_source END,
                retired_in = NULL, version = t.version + 1""";

    private final Jdbi jdbi;

    TaskContentRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Stores nodes.
     *
     * @param plan plan code
     * @param rows a JSON array of {@link TaskRows.Row}
     */
    void store(String plan, String rows) {
        jdbi.useHandle(handle ->
                handle.createUpdate(STORE).bind("plan", plan).bind("rows", rows).execute());
    }

    /**
     * Retires the stored nodes that a package lacks.
     *
     * @param plan plan code
     * @param version version of the package
     * @param ids ids of the nodes of the package
     */
    void retire(String plan, int version, List<String> ids) {
        jdbi.useHandle(handle -> handle.createUpdate(RETIRE)
                .bind("plan", plan)
                .bind("version", version)
                .bindArray("ids", String.class, ids)
                .execute());
    }

    /**
     * Keeps what the package says of each node, where it is not what the last one said.
     *
     * @param plan plan code
     * @param version version of the package
     * @param now since when
     */
    void keepWordings(String plan, int version, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(KEEP_WORDINGS)
                .bind("plan", plan)
                .bind("version", version)
                .bind("now", now)
                .execute());
    }

    /** {@return all that was said of a node, the newest first} */
    List<Wording> wordings(TaskKey key) {
        return jdbi.withHandle(handle -> handle.createQuery(WORDINGS)
                .bind("plan", key.plan())
                .bind("task", key.id())
                .map(Row.to(row -> new Wording(
                        row.integer("version"),
                        row.instant("since"),
                        new LocalizedText(row.text("title_zh"), row.text("title_en")),
                        new LocalizedText(row.text("summary_zh"), row.text("summary_en")),
                        row.text("clause"))))
                .list());
    }
}
