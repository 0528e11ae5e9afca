package org.finplan.indicators.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** The table of adjustments of plans. The first version of a plan is its package and has no row. */
@ApplicationScoped
class PlanVersionRepository {

    private static final String ALL = "SELECT * FROM plan_version WHERE plan = :plan ORDER BY version";
    private static final String CURRENT =
            "SELECT coalesce(max(version), 1) AS version FROM plan_version WHERE plan = :plan";
    private static final String INSERT = """
            INSERT INTO plan_version (plan, version, title, reference, reason, recorded_at, recorded_by)
            VALUES (:plan, :version, :title, :reference, :reason, :recorded_at, :recorded_by)
            """;

    private final Jdbi jdbi;

    PlanVersionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return the adjustments of a plan in order} */
    List<PlanVersion> adjustments(String plan) {
        return jdbi.withHandle(handle -> handle.createQuery(ALL)
                .bind("plan", plan)
                .map(Row.to(PlanVersionRepository::planVersion))
                .list());
    }

    /** {@return number of the newest version of a plan} */
    int current(String plan) {
        return jdbi.withHandle(handle ->
                handle.createQuery(CURRENT).bind("plan", plan).mapTo(int.class).one());
    }

    void insert(PlanVersion version) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("plan", version.plan())
                .bind("version", version.version())
                .bind("title", version.title())
                .bind("reference", version.reference())
                .bind("reason", version.reason())
                .bind("recorded_at", version.recordedAt())
                .bind("recorded_by", version.recordedBy())
                .execute());
    }

    private static PlanVersion planVersion(Row row) throws SQLException {
        return new PlanVersion(
                row.text("plan"),
                row.integer("version"),
                row.text("title"),
                row.text("reference"),
                row.text("reason"),
                row.instant("recorded_at"),
                row.text("recorded_by"));
    }
}
