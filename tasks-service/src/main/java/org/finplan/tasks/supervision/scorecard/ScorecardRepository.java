package org.finplan.tasks.supervision.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** Counts matters by unit and region. */
@ApplicationScoped
class ScorecardRepository {

    /** Those that were closed in the period, and those that are open now, each by an index. */
    private static final String COUNT = """
            WITH done AS (
                SELECT unit, region, count(*) AS closed, count(*) FILTER (WHERE overdue_days = 0) AS on_time,
                    sum(returns) AS returned, sum(escalations) AS escalated, sum(overdue_days) AS overdue_days,
                    count(points) AS scored, coalesce(sum(points), 0) AS points
                FROM supervision
                WHERE city = ANY (:cities) AND closed_at >= :from AND closed_at < :until AND (:everywhere OR region = ANY (:regions))
                    AND (:everybody OR unit = ANY (:units)) AND (CAST(:plan AS text) IS NULL OR plan = :plan)
                GROUP BY unit, region),
            pending AS (
                SELECT unit, region, count(*) AS open,
                    count(*) FILTER (WHERE state IN ('assigned', 'acknowledged') AND current_due < :today) AS overdue
                FROM supervision
                WHERE city = ANY (:cities) AND closed_at IS NULL AND (:everywhere OR region = ANY (:regions))
                    AND (:everybody OR unit = ANY (:units)) AND (CAST(:plan AS text) IS NULL OR plan = :plan)
                GROUP BY unit, region)
            SELECT unit, region, coalesce(closed, 0) AS closed, coalesce(on_time, 0) AS on_time,
                coalesce(returned, 0) AS returned, coalesce(escalated, 0) AS escalated,
                coalesce(overdue_days, 0) AS overdue_days, coalesce(scored, 0) AS scored, coalesce(points, 0) AS points,
                coalesce(open, 0) AS open, coalesce(overdue, 0) AS overdue
            FROM done FULL JOIN pending USING (unit, region)
            ORDER BY region, unit LIMIT :most""";

    private static final int MOST = 1000;

    private final Jdbi jdbi;

    ScorecardRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<UnitCounts> count(UnitScores.Wanted wanted, Instant from, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT)
                .bindArray("cities", String.class, wanted.cities())
                .bind("everywhere", wanted.regions().all())
                .bindArray("regions", String.class, wanted.regions().codes())
                .bind("everybody", wanted.units() == null)
                .bindArray("units", String.class, wanted.units() == null ? Set.of() : wanted.units())
                .bind("plan", wanted.plan())
                .bind("from", from)
                .bind("until", until)
                .bind("today", wanted.today())
                .bind("most", MOST)
                .map(Row.to(ScorecardRepository::counts))
                .list());
    }

    private static UnitCounts counts(Row row) throws SQLException {
        return new UnitCounts(
                row.text("unit"),
                row.text("region"),
                row.number("closed"),
                row.number("on_time"),
                row.number("returned"),
                row.number("escalated"),
                row.number("overdue_days"),
                row.number("scored"),
                row.number("points"),
                row.number("open"),
                row.number("overdue"));
    }
}
