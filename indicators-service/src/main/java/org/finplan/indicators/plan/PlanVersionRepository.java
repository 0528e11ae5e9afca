package org.finplan.indicators.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.finplan.indicators.database.Database;
import org.finplan.indicators.database.Row;

/** The table of adjustments of plans. The first version of a plan is its package and has no row. */
@ApplicationScoped
class PlanVersionRepository {

    private static final String ALL = "SELECT * FROM plan_version WHERE plan = ? ORDER BY version";
    private static final String CURRENT =
            "SELECT coalesce(max(version), 1) AS version FROM plan_version WHERE plan = ?";
    private static final String INSERT = """
            INSERT INTO plan_version (plan, version, title, reference, reason, recorded_at, recorded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;

    PlanVersionRepository(Database database) {
        this.database = database;
    }

    /** {@return the adjustments of a plan in order} */
    List<PlanVersion> adjustments(String plan) {
        return database.query(ALL, PlanVersionRepository::map, plan);
    }

    /** {@return number of the newest version of a plan} */
    int current(String plan) {
        return database.query(CURRENT, row -> row.integer("version"), plan).get(0);
    }

    void insert(PlanVersion version) {
        database.insert(INSERT, List.<Object[]>of(new Object[] {
            version.plan(),
            version.version(),
            version.title(),
            version.reference(),
            version.reason(),
            version.recordedAt(),
            version.recordedBy()
        }));
    }

    private static PlanVersion map(Row row) throws SQLException {
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
