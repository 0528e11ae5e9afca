package org.finplan.tasks.tree;

/** What the loader says to the database: one statement for all clauses, one for all nodes. */
final class TreeStatements {

    /** Two instances that start at once load one after the other. */
    static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:name, 0))";

    static final String STORED = "SELECT content_hash FROM plan WHERE code = :plan";

    static final String LOST =
            "SELECT id FROM task WHERE plan = :plan AND id <> ALL (CAST(:ids AS text[])) ORDER BY id";

    static final String PLAN = """
            INSERT INTO plan (code, title_zh, title_en, document_number, issued, horizon_start, horizon_end, city,
                              content_hash, loaded_at)
            VALUES (:code, :titleZh, :titleEn, :number, :issued, :start, :end, :city, :hash, :now)
            ON CONFLICT (code) DO UPDATE SET
                title_zh = excluded.title_zh, title_en = excluded.title_en, document_number = excluded.document_number,
                issued = excluded.issued, horizon_start = excluded.horizon_start, horizon_end = excluded.horizon_end,
                city = excluded.city, content_hash = excluded.content_hash, loaded_at = excluded.loaded_at""";

    static final String CLAUSES = """
            INSERT INTO clause (plan, id, parent, title_zh, title_en)
            SELECT :plan, r.id, r.parent, r.title ->> 'zh', r.title ->> 'en'
            FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (id text, parent text, title jsonb)
            ON CONFLICT (plan, id) DO UPDATE SET
                parent = excluded.parent, title_zh = excluded.title_zh, title_en = excluded.title_en""";

    /** Status is not touched, and a lead only when nobody was assigned. */
    static final String TASKS = """
            INSERT INTO task AS t (plan, id, parent, path, ordinal, branch, level, clause, title_zh, title_en,
                                   summary_zh, summary_en, verbs, regions, partner_regions, organisations, systems,
                                   indicators, search_text, search_grams, lead, lead_source)
            SELECT :plan, r.id, r.parent, r.path, r.ordinal, r.branch, r.level, r.clause, r."titleZh", r."titleEn",
                   r."summaryZh", r."summaryEn", r.verbs, r.regions, r."partnerRegions", r.organisations, r.systems,
                   r.indicators, r."searchText", r."searchGrams", r.lead, CASE WHEN r.lead IS NOT NULL THEN 'plan' END
            FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (
                id text, parent text, path text[], ordinal integer, branch text, level text, clause text,
                "titleZh" text, "titleEn" text, "summaryZh" text, "summaryEn" text, verbs text[], regions text[],
                "partnerRegions" text[], organisations text[], systems text[], indicators text[],
                "searchText" text, "searchGrams" text[], lead text)
            ON CONFLICT (plan, id) DO UPDATE SET
                parent = excluded.parent, path = excluded.path, ordinal = excluded.ordinal, branch = excluded.branch,
                level = excluded.level, clause = excluded.clause, title_zh = excluded.title_zh,
                title_en = excluded.title_en, summary_zh = excluded.summary_zh, summary_en = excluded.summary_en,
                verbs = excluded.verbs, regions = excluded.regions, partner_regions = excluded.partner_regions,
                organisations = excluded.organisations, systems = excluded.systems, indicators = excluded.indicators,
                search_text = excluded.search_text, search_grams = excluded.search_grams,
                lead = CASE WHEN t.lead_source = 'assigned' THEN t.lead ELSE excluded.lead END,
                lead_source = CASE WHEN t.lead_source = 'assigned' THEN 'assigned' ELSE excluded.lead_source END,
                version = t.version + 1""";

    private TreeStatements() {}
}
