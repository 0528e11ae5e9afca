package org.finplan.tasks.tree;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.finplan.platform.plan.PlanPackage;
import org.jdbi.v3.core.Jdbi;

/** The plans that are loaded, and their clauses. */
@ApplicationScoped
class TreeRepository {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))";

    private static final String FINGERPRINT = "SELECT content_hash FROM plan WHERE code = :plan";

    private static final String STORE_PLAN = """
            INSERT INTO plan (code, title_zh, title_en, document_number, issued, horizon_start, horizon_end, city,
                              content_hash, loaded_at)
            VALUES (:code, :titleZh, :titleEn, :number, :issued, :start, :end, :city, :hash, :now)
            ON CONFLICT (code) DO UPDATE SET
                title_zh = excluded.title_zh, title_en = excluded.title_en, document_number = excluded.document_number,
                issued = excluded.issued, horizon_start = excluded.horizon_start, horizon_end = excluded.horizon_end,
                city = excluded.city, content_hash = excluded.content_hash, loaded_at = excluded.loaded_at""";

    private static final String STORE_CLAUSES = """
            INSERT INTO clause (plan, id, parent, title_zh, title_en)
            SELECT :plan, r.id, r.parent, r.title ->> 'zh', r.title ->> 'en'
            FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (id text, parent text, title jsonb)
            ON CONFLICT (plan, id) DO UPDATE SET
                parent = excluded.parent, title_zh = excluded.title_zh, title_en = excluded.title_en""";

    private final Jdbi jdbi;

    TreeRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Lets two instances that start at once load a plan one after the other.
     *
     * @param plan plan code, locked until the transaction ends
     */
    void lock(String plan) {
        jdbi.useHandle(handle -> handle.createQuery(LOCK)
                .bind("name", "finplan.plan." + plan)
                .mapToMap()
                .one());
    }

    /**
     * Finds what was loaded last.
     *
     * @param plan plan code
     * @return fingerprint of the package, empty when none was loaded
     */
    Optional<String> fingerprint(String plan) {
        return jdbi.withHandle(handle -> handle.createQuery(FINGERPRINT)
                .bind("plan", plan)
                .mapTo(String.class)
                .findOne());
    }

    /**
     * Stores what a package says of its plan.
     *
     * @param read the package
     * @param city code of the city that the plan is for
     * @param now when
     */
    void storePlan(PlanPackage read, String city, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(STORE_PLAN)
                .bind("code", read.plan().code())
                .bind("titleZh", read.plan().title().zh())
                .bind("titleEn", read.plan().title().en())
                .bind("number", read.plan().documentNumber())
                .bind("issued", read.plan().issued())
                .bind("start", read.plan().horizon().start())
                .bind("end", read.plan().horizon().end())
                .bind("city", city)
                .bind("hash", read.fingerprint())
                .bind("now", now)
                .execute());
    }

    /**
     * Stores the clauses of a plan, all of them in one statement.
     *
     * @param plan plan code, stored before
     * @param rows a JSON array of {@link org.finplan.platform.plan.Clause}
     */
    void storeClauses(String plan, String rows) {
        jdbi.useHandle(handle -> handle.createUpdate(STORE_CLAUSES)
                .bind("plan", plan)
                .bind("rows", rows)
                .execute());
    }
}
