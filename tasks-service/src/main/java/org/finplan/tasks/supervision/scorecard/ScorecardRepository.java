package org.finplan.tasks.supervision.scorecard;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.finplan.platform.access.RegionSet;
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
                    AND (:everybody OR unit = ANY (:units))
                GROUP BY unit, region),
            pending AS (
                SELECT unit, region, count(*) AS open,
                    count(*) FILTER (WHERE state IN ('assigned', 'acknowledged') AND current_due < :today) AS overdue
                FROM supervision
                WHERE city = ANY (:cities) AND closed_at IS NULL AND (:everywhere OR region = ANY (:regions))
                    AND (:everybody OR unit = ANY (:units))
                GROUP BY unit, region)
            SELECT unit, region, coalesce(closed, 0) AS closed, coalesce(on_time, 0) AS on_time,
                coalesce(returned, 0) AS returned, coalesce(escalated, 0) AS escalated,
                coalesce(overdue_days, 0) AS overdue_days, coalesce(scored, 0) AS scored, coalesce(points, 0) AS points,
                coalesce(open, 0) AS open, coalesce(overdue, 0) AS overdue
            FROM done FULL JOIN pending USING (unit, region)
            ORDER BY region, unit LIMIT :most""";

    private static final int MOST = 1000;
    private static final int RATIO_DIGITS = 4;
    private static final int POINT_DIGITS = 2;

    private final Jdbi jdbi;

    ScorecardRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whose matters are counted, of which time. */
    record Wanted(
            List<String> cities,
            RegionSet regions,
            @Nullable Set<String> units,
            Instant from,
            Instant until,
            LocalDate today) {}

    List<ScorecardView.Line> count(Wanted wanted) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT)
                .bindArray("cities", String.class, wanted.cities())
                .bind("everywhere", wanted.regions().all())
                .bindArray("regions", String.class, wanted.regions().codes())
                .bind("everybody", wanted.units() == null)
                .bindArray("units", String.class, wanted.units() == null ? Set.of() : wanted.units())
                .bind("from", wanted.from())
                .bind("until", wanted.until())
                .bind("today", wanted.today())
                .bind("most", MOST)
                .map(Row.to(ScorecardRepository::line))
                .list());
    }

    private static ScorecardView.Line line(Row row) throws SQLException {
        long closed = row.number("closed");
        long onTime = row.number("on_time");
        long scored = row.number("scored");
        long points = row.number("points");
        return new ScorecardView.Line(
                row.text("unit"),
                row.text("region"),
                closed,
                onTime,
                ratio(onTime, closed, RATIO_DIGITS),
                row.number("returned"),
                row.number("escalated"),
                row.number("overdue_days"),
                scored,
                points,
                ratio(points, scored, POINT_DIGITS),
                row.number("open"),
                row.number("overdue"));
    }

    @Nullable
    private static BigDecimal ratio(long part, long whole, int digits) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), digits, RoundingMode.HALF_UP);
    }
}
