package org.finplan.indicators.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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
            WHERE plan = ? AND indicator = ANY (?) AND region = ANY (?) AND recorded_at <= ?
            ORDER BY plan, indicator, region, year, variant, version DESC
            """;

    private static final String OF_ONE = "SELECT * FROM target WHERE id = ? ORDER BY version";

    private static final String INSERT = """
            INSERT INTO target (plan, indicator, region, year, variant, version, id, period, comparator, value, unit,
                baseline_period, baseline_value, path, nature, printed, clause, reason, recorded_at, recorded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;

    TargetRepository(Database database) {
        this.database = database;
    }

    /** {@return the newest version of each target as known at an instant, by indicator, region, year and variant} */
    List<Target> current(String plan, Collection<String> indicators, Collection<String> regions, Instant asOf) {
        return database.query(CURRENT, TargetRepository::map, plan, indicators, regions, asOf);
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
        Target.Start baseline = target.baseline();
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
            target.unit(),
            baseline == null ? null : baseline.period().text(),
            baseline == null ? null : baseline.value(),
            target.path() == null ? null : target.path().code(),
            target.nature() == null ? null : target.nature().code(),
            target.printed(),
            target.clause(),
            target.reason(),
            target.recordedAt(),
            target.recordedBy()
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
                row.text("unit"),
                baselinePeriod == null
                        ? null
                        : new Target.Start(Period.parse(baselinePeriod), row.decimal("baseline_value")),
                path == null ? null : PathShape.find(path).orElseThrow(),
                nature == null ? null : Nature.find(nature).orElseThrow(),
                row.text("printed"),
                row.text("clause"),
                row.text("reason"),
                row.instant("recorded_at"),
                row.text("recorded_by"));
    }
}
