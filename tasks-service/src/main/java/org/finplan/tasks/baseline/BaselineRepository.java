package org.finplan.tasks.baseline;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The named instants. Only added to. */
@ApplicationScoped
class BaselineRepository {

    private static final String INSERT = """
            INSERT INTO plan_baseline (id, plan, name_zh, name_en, at, note, created_by, created_at)
            VALUES (:id, :plan, :nameZh, :nameEn, :at, :note, :createdBy, :createdAt)""";

    private static final String ONE = "SELECT * FROM plan_baseline WHERE id = :id";

    private static final String PAGE = """
            SELECT * FROM plan_baseline
            WHERE plan = ANY (:plans) AND (CAST(:before AS uuid) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit""";

    private static final String COUNT = "SELECT count(*) FROM plan_baseline WHERE plan = ANY (:plans)";

    private static final RowMapper<Baseline> BASELINE = Row.to(row -> new Baseline(
            row.uuid("id"),
            row.text("plan"),
            new LocalizedText(row.text("name_zh"), row.text("name_en")),
            row.instant("at"),
            row.text("note"),
            row.text("created_by"),
            row.instant("created_at")));

    private final Jdbi jdbi;

    BaselineRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Baseline baseline) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", baseline.id())
                .bind("plan", baseline.plan())
                .bind("nameZh", baseline.name().zh())
                .bind("nameEn", baseline.name().en())
                .bind("at", baseline.at())
                .bind("note", baseline.note())
                .bind("createdBy", baseline.createdBy())
                .bind("createdAt", baseline.createdAt())
                .execute());
    }

    Optional<Baseline> find(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(ONE).bind("id", id).map(BASELINE).findOne());
    }

    List<Baseline> page(List<String> plans, @Nullable UUID before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bindArray("plans", String.class, plans)
                .bind("before", before)
                .bind("limit", limit)
                .map(BASELINE)
                .list());
    }

    long count(List<String> plans) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT)
                .bindArray("plans", String.class, plans)
                .mapTo(Long.class)
                .one());
    }
}
