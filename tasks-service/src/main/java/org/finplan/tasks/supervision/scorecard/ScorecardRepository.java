package org.finplan.tasks.supervision.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/**
 * Adds up the counts of matters that triggers keep by unit, region and day, and what changed since these were folded. No matter is
 * read.
 */
@ApplicationScoped
class ScorecardRepository {

    private static final String COLUMNS = """
            SELECT unit, region, grain, day, matters, with_unit, on_time, returned, escalated, overdue_days, scored, points
            """;
    private static final String WHOSE = """
            city = ANY (:cities) AND (:everywhere OR region = ANY (:regions)) AND (:everybody OR unit = ANY (:units))
                AND (CAST(:plan AS text) IS NULL OR plan = :plan) AND\s""";

    /** Open matters by the day they are due, closed ones of whole months, and of the days before and after these. */
    private static final List<String> PARTS = List.of(
            "grain = 'due'",
            "grain = 'month' AND day >= :monthsFrom AND day < :monthsUntil",
            "grain = 'day' AND day >= :from AND day < :monthsFrom",
            "grain = 'day' AND day >= :monthsUntil AND day < :until");

    /** One statement sees one instant: a change is either among those that are folded or among those that are not. */
    static final String COUNT = """
            SELECT unit, region, coalesce(sum(matters) FILTER (WHERE grain <> 'due'), 0) AS closed, sum(on_time) AS on_time,
                sum(returned) AS returned, sum(escalated) AS escalated, sum(overdue_days) AS overdue_days,
                sum(scored) AS scored, sum(points) AS points, coalesce(sum(matters) FILTER (WHERE grain = 'due'), 0) AS open,
                coalesce(sum(with_unit) FILTER (WHERE day < :today), 0) AS overdue
            FROM (%s) AS counted
            GROUP BY unit, region HAVING sum(matters) > 0
            ORDER BY region, unit LIMIT :most""".formatted(Stream.concat(
                    PARTS.stream().map(part -> COLUMNS + "FROM supervision_count WHERE " + WHOSE + part),
                    Stream.of(COLUMNS + "FROM supervision_count_change WHERE " + WHOSE + "(("
                            + String.join(") OR (", PARTS) + "))"))
            .collect(Collectors.joining(" UNION ALL ")));

    private static final int MOST = 1000;

    private final Jdbi jdbi;

    ScorecardRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<UnitCounts> count(UnitScores.Wanted wanted) {
        WholeMonths months = WholeMonths.of(wanted.start(), wanted.end());
        return jdbi.withHandle(handle -> handle.createQuery(COUNT)
                .bindArray("cities", String.class, wanted.cities())
                .bind("everywhere", wanted.regions().all())
                .bindArray("regions", String.class, wanted.regions().codes())
                .bind("everybody", wanted.units() == null)
                .bindArray("units", String.class, wanted.units() == null ? Set.of() : wanted.units())
                .bind("plan", wanted.plan())
                .bind("from", wanted.start())
                .bind("until", wanted.end().plusDays(1))
                .bind("monthsFrom", months.from())
                .bind("monthsUntil", months.until())
                .bind("today", wanted.today())
                .bind("most", MOST)
                .map(Row.to(ScorecardRepository::counts))
                .list());
    }

    static UnitCounts counts(Row row) throws SQLException {
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
