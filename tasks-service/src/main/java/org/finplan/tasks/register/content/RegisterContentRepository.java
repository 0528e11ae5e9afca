package org.finplan.tasks.register.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** What plan packages say of the entries of registers: each step is one statement for all of them. */
@ApplicationScoped
class RegisterContentRepository {

    private static final String BY = "plan-package";

    private static final String STORE = """
            INSERT INTO register_entry AS e (id, plan, register, code, name_zh, name_en, region, shared_with, stage,
                stage_since, entered_on, fields, tasks, indicators, clauses, source_title, source_reference,
                search_text, search_grams, package_content, created_by, created_at, updated_at)
            SELECT r.id, :plan, r.register, r.code, r."nameZh", r."nameEn", r.region, r."sharedWith", r.stage, r.since,
                r.since, r.fields, r.tasks, r.indicators, r.clauses, :title, :reference, r."searchText",
                r."searchGrams",
                jsonb_build_array(r."nameZh", r."nameEn", r.region, r."sharedWith", r.stage, r.since, r.fields, r.tasks,
                    r.indicators, r.clauses),
                :by, :now, :now
            FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (id uuid, register text, code text, "nameZh" text,
                "nameEn" text, region text, "sharedWith" text[], stage text, since date, fields jsonb, tasks text[],
                indicators text[], clauses text[], "searchText" text, "searchGrams" text[])
            ON CONFLICT (plan, register, code) DO UPDATE SET
                name_zh = excluded.name_zh, name_en = excluded.name_en, region = excluded.region,
                shared_with = excluded.shared_with, stage = excluded.stage,
                stage_since = CASE WHEN e.stage = excluded.stage THEN e.stage_since
                    ELSE greatest(e.stage_since, excluded.stage_since) END,
                ended_on = NULL, end_reason = NULL, fields = excluded.fields, tasks = excluded.tasks,
                indicators = excluded.indicators, clauses = excluded.clauses, search_text = excluded.search_text,
                search_grams = excluded.search_grams, package_content = excluded.package_content,
                version = e.version + 1, updated_at = excluded.updated_at
            WHERE NOT e.touched
                AND (e.package_content IS DISTINCT FROM excluded.package_content OR e.ended_on IS NOT NULL)""";

    private static final String END_OTHERS = """
            UPDATE register_entry SET ended_on = greatest(:today, stage_since), end_reason = :reason,
                version = version + 1, updated_at = :now
            WHERE plan = :plan AND code IS NOT NULL AND NOT touched AND ended_on IS NULL
                AND register || ' ' || code <> ALL (:keys)""";

    private static final String ADD_STAGES = """
            INSERT INTO register_stage (entry, number, stage, since, reason, recorded_by, recorded_at)
            SELECT e.id, coalesce(last.number, 0) + 1, e.stage, e.stage_since, :reason, :by, :now
            FROM register_entry e LEFT JOIN LATERAL (
                SELECT number, stage FROM register_stage WHERE entry = e.id ORDER BY number DESC LIMIT 1
            ) AS last ON true
            WHERE e.plan = :plan AND e.code IS NOT NULL AND NOT e.touched AND e.stage IS DISTINCT FROM last.stage""";

    private static final String ADD_VERSIONS = """
            INSERT INTO register_version (entry, version, content, reason, recorded_by, recorded_at)
            SELECT e.id, e.version,
                jsonb_strip_nulls(jsonb_build_object(
                    'name', jsonb_build_object('zh', e.name_zh, 'en', e.name_en), 'region', e.region,
                    'sharedWith', e.shared_with, 'stage', e.stage, 'since', e.stage_since, 'endedOn', e.ended_on,
                    'endReason', e.end_reason, 'fields', e.fields, 'tasks', e.tasks, 'indicators', e.indicators,
                    'clauses', e.clauses,
                    'source', jsonb_build_object('title', e.source_title, 'reference', e.source_reference))),
                :reason, :by, :now
            FROM register_entry e
            WHERE e.plan = :plan AND e.code IS NOT NULL AND NOT e.touched
                AND NOT EXISTS (SELECT 1 FROM register_version v WHERE v.entry = e.id AND v.version = e.version)""";

    private final Jdbi jdbi;

    RegisterContentRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What is loaded.
     *
     * @param plan plan code
     * @param title title of the plan, where its entries can be read
     * @param reference number of its document
     * @param reason which version of the package it is, for people
     * @param today the day in the city
     * @param now when
     */
    record Loading(String plan, String title, String reference, String reason, LocalDate today, Instant now) {}

    void store(Loading loading, String rows) {
        jdbi.useHandle(handle -> handle.createUpdate(STORE)
                .bind("plan", loading.plan())
                .bind("title", loading.title())
                .bind("reference", loading.reference())
                .bind("by", BY)
                .bind("now", loading.now())
                .bind("rows", rows)
                .execute());
    }

    void endOthers(Loading loading, List<String> keys) {
        jdbi.useHandle(handle -> handle.createUpdate(END_OTHERS)
                .bind("plan", loading.plan())
                .bind("today", loading.today())
                .bind("reason", loading.reason())
                .bind("now", loading.now())
                .bindArray("keys", String.class, keys)
                .execute());
    }

    void addStages(Loading loading) {
        jdbi.useHandle(handle -> bound(handle.createUpdate(ADD_STAGES), loading).execute());
    }

    void addVersions(Loading loading) {
        jdbi.useHandle(
                handle -> bound(handle.createUpdate(ADD_VERSIONS), loading).execute());
    }

    private static Update bound(Update statement, Loading loading) {
        return statement
                .bind("plan", loading.plan())
                .bind("reason", loading.reason())
                .bind("by", BY)
                .bind("now", loading.now());
    }
}
