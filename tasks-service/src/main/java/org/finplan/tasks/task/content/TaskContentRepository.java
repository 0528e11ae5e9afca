package org.finplan.tasks.task.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the plan says of its nodes, in the table of the tasks. */
@ApplicationScoped
class TaskContentRepository {

    private static final String MISSING = "SELECT id FROM task WHERE plan = :plan AND id <> ALL (:ids) ORDER BY id";

    /** Status is not touched, and a lead only when nobody was assigned. */
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
                cooperating = excluded.cooperating, due_date = excluded.due_date,
                search_text = excluded.search_text, search_grams = excluded.search_grams,
                lead = CASE WHEN t.lead_source = 'assigned' THEN t.lead ELSE excluded.lead END,
                lead_source = CASE WHEN t.lead_source = 'assigned' THEN 'assigned' ELSE excluded.lead_source END,
                version = t.version + 1""";

    private final Jdbi jdbi;

    TaskContentRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Finds stored nodes that a package lacks.
     *
     * @param plan plan code
     * @param ids ids of the nodes of the package
     * @return ids of the stored nodes that are not among them
     */
    List<String> missing(String plan, List<String> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(MISSING)
                .bind("plan", plan)
                .bindArray("ids", String.class, ids)
                .mapTo(String.class)
                .list());
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
}
