package org.finplan.indicators.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.finplan.indicators.database.Database;
import org.finplan.indicators.database.Row;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.TargetComparator;

/** The table of targets. Nothing is ever updated. */
@ApplicationScoped
class TargetRepository {

    private static final String CURRENT = """
            SELECT DISTINCT ON (plan, indicator, region, year, variant) *
            FROM target
            WHERE plan = ? AND indicator = ANY (?) AND region = ANY (?) AND recorded_at <= ? AND plan_version <= ?
            ORDER BY plan, indicator, region, year, variant, version DESC
            """;

    private static final String FIRST_AND_CURRENT = """
            SELECT *
            FROM (
                SELECT *, max(version) OVER (PARTITION BY indicator, region, year, variant) AS newest
                FROM target
                WHERE plan = ? AND indicator = ANY (?) AND region = ANY (?) AND recorded_at <= ?) known
            WHERE version IN (1, newest)
            ORDER BY indicator, region, year, variant, version
            """;

    private static final String OF_ONE = "SELECT * FROM target WHERE id = ? ORDER BY version";

    private static final String INSERT = """
            INSERT INTO target (plan, indicator, region, year, variant, version, id, period, comparator, value, upper, unit,
                baseline_period, baseline_value, path, point_periods, point_values, nature, printed, clause, reason,
                recorded_at, recorded_by, plan_version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::numeric[], ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;

    TargetRepository(Database database) {
        this.database = database;
    }

    /**
     * Reads targets.
     *
     * @param planVersion versions of targets that belong to a later version of the plan are left out
     * @return the newest version of each target as known at an instant, by indicator, region, year and variant
     */
    List<Target> current(
            String plan, Collection<String> indicators, Collection<String> regions, Instant asOf, int planVersion) {
        return database.query(CURRENT, TargetRepository::map, plan, indicators, regions, asOf, planVersion);
    }

    /** {@return the first and the newest version of each target as known at an instant; one where they are the same} */
    List<Target> firstAndCurrent(String plan, Collection<String> indicators, Collection<String> regions, Instant asOf) {
        return database.query(FIRST_AND_CURRENT, TargetRepository::map, plan, indicators, regions, asOf);
    }

    /** {@return all versions of one target in order} */
    List<Target> versions(UUID id) {
        return database.query(OF_ONE, TargetRepository::map, id);
    }

    void insert(List<Target> versions) {
        database.insert(
                INSERT, versions.stream().map(TargetRepository::parameters).toList());
    }

    private static Object[] parameters(Target target) {
        TargetKey key = target.key();
        Target.Point baseline = target.baseline();
        return new Object[] {
            key.plan(),
            key.indicator(),
            key.region(),
            key.year(),
            key.variant(),
            target.version(),
            target.id(),
            target.period().text(),
            target.comparator().code(),
            target.value(),
            target.upper(),
            target.unit(),
            baseline == null ? null : baseline.period().text(),
            baseline == null ? null : baseline.value(),
            target.path() == null ? null : target.path().code(),
            target.points().stream().map(point -> point.period().text()).toList(),
            target.points().stream().map(Target.Point::value).toList(),
            target.nature() == null ? null : target.nature().code(),
            target.printed(),
            target.clause(),
            target.reason(),
            target.recordedAt(),
            target.recordedBy(),
            target.planVersion()
        };
    }

    private static Target map(Row row) throws SQLException {
        String baselinePeriod = row.text("baseline_period");
        String path = row.text("path");
        String nature = row.text("nature");
        return new Target(
                row.uuid("id"),
                row.integer("version"),
                new TargetKey(
                        row.text("plan"),
                        row.text("indicator"),
                        row.text("region"),
                        row.integer("year"),
                        row.text("variant")),
                Period.parse(row.text("period")),
                TargetComparator.find(row.text("comparator")).orElseThrow(),
                row.decimal("value"),
                row.decimal("upper"),
                row.text("unit"),
                baselinePeriod == null
                        ? null
                        : new Target.Point(Period.parse(baselinePeriod), row.decimal("baseline_value")),
                path == null ? null : PathShape.find(path).orElseThrow(),
                points(row.texts("point_periods"), row.decimals("point_values")),
                nature == null ? null : Nature.find(nature).orElseThrow(),
                row.text("printed"),
                row.text("clause"),
                row.text("reason"),
                row.instant("recorded_at"),
                row.text("recorded_by"),
                row.integer("plan_version"));
    }

    private static List<Target.Point> points(List<String> periods, List<BigDecimal> values) {
        return IntStream.range(0, periods.size())
                .mapToObj(i -> new Target.Point(Period.parse(periods.get(i)), values.get(i)))
                .toList();
    }
}
