package org.finplan.indicators.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Accumulation;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of targets. Nothing is ever updated. */
@ApplicationScoped
class TargetRepository {

    private static final String CURRENT = """
            SELECT *
            FROM (
                SELECT DISTINCT ON (plan, indicator, region, year, variant) *
                FROM target
                WHERE plan = :plan AND indicator = ANY (:indicators) AND region = ANY (:regions) AND recorded_at <= :as_of
                    AND plan_version <= :plan_version
                ORDER BY plan, indicator, region, year, variant, version DESC) known
            WHERE NOT EXISTS (
                SELECT FROM target_withdrawal w
                WHERE w.target = known.id AND w.version = known.version AND w.recorded_at <= :as_of)
            ORDER BY indicator, region, year, variant
            """;

    private static final String STORED = """
            SELECT DISTINCT ON (plan, indicator, region, year, variant) *,
                EXISTS (SELECT FROM target_withdrawal w WHERE w.target = target.id AND w.version = target.version) AS withdrawn
            FROM target
            WHERE plan = :plan AND indicator = ANY (:indicators) AND region = ANY (:regions)
            ORDER BY plan, indicator, region, year, variant, version DESC
            """;

    private static final String FIRST_AND_CURRENT = """
            SELECT *
            FROM (
                SELECT *, max(version) OVER (PARTITION BY indicator, region, year, variant) AS newest
                FROM target
                WHERE plan = :plan AND indicator = ANY (:indicators) AND region = ANY (:regions) AND recorded_at <= :as_of) known
            WHERE version IN (1, newest) AND NOT EXISTS (
                SELECT FROM target_withdrawal w
                WHERE w.target = known.id AND w.version = known.newest AND w.recorded_at <= :as_of)
            ORDER BY indicator, region, year, variant, version
            """;

    private static final String OF_ONE = "SELECT * FROM target WHERE id = :id ORDER BY version";

    private static final String INSERT = """
            INSERT INTO target (plan, indicator, region, year, variant, version, id, period, kind, accumulation,
                assessor, comparator, value, upper, unit,
                baseline_period, baseline_value, path, point_periods, point_values, nature, printed, clause, reason,
                recorded_at, recorded_by, plan_version)
            VALUES (:plan, :indicator, :region, :year, :variant, :version, :id, :period, :kind, :accumulation,
                :assessor, :comparator, :value, :upper, :unit,
                :baseline_period, :baseline_value, :path, :point_periods, :point_values, :nature, :printed, :clause, :reason,
                :recorded_at, :recorded_by, :plan_version)
            """;

    private static final String WITHDRAW = """
            INSERT INTO target_withdrawal (target, version, region, reason, recorded_at, recorded_by)
            VALUES (:target, :version, :region, :reason, :recorded_at, :recorded_by)
            """;

    private static final RowMapper<Target> TARGET = Row.to(TargetRepository::target);

    private final Jdbi jdbi;

    TargetRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Reads targets.
     *
     * @param planVersion versions of targets that belong to a later version of the plan are left out
     * @return the newest version of each target as known at an instant, by indicator, region, year and variant; of one that
     *     was taken back, none
     */
    List<Target> current(
            String plan, Collection<String> indicators, Collection<String> regions, Instant asOf, int planVersion) {
        return jdbi.withHandle(handle -> handle.createQuery(CURRENT)
                .bind("plan", plan)
                .bindArray("indicators", String.class, indicators)
                .bindArray("regions", String.class, regions)
                .bind("as_of", asOf)
                .bind("plan_version", planVersion)
                .map(TARGET)
                .list());
    }

    /** {@return the newest version of each target, those that were taken back among them} */
    List<StoredTarget> stored(String plan, Collection<String> indicators, Collection<String> regions) {
        return jdbi.withHandle(handle -> handle.createQuery(STORED)
                .bind("plan", plan)
                .bindArray("indicators", String.class, indicators)
                .bindArray("regions", String.class, regions)
                .map(Row.to(row -> new StoredTarget(target(row), row.flag("withdrawn"))))
                .list());
    }

    /** {@return the first and the newest version of each target as known at an instant; one where they are the same} */
    List<Target> firstAndCurrent(String plan, Collection<String> indicators, Collection<String> regions, Instant asOf) {
        return jdbi.withHandle(handle -> handle.createQuery(FIRST_AND_CURRENT)
                .bind("plan", plan)
                .bindArray("indicators", String.class, indicators)
                .bindArray("regions", String.class, regions)
                .bind("as_of", asOf)
                .map(TARGET)
                .list());
    }

    /** {@return all versions of one target in order} */
    List<Target> versions(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(OF_ONE).bind("id", id).map(TARGET).list());
    }

    void insert(List<Target> versions) {
        if (versions.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            versions.forEach(version -> bind(batch, version).add());
            batch.execute();
        });
    }

    void withdraw(List<Target> newest, String reason, Instant at, String by) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(WITHDRAW);
            newest.forEach(target -> batch.bind("target", target.id())
                    .bind("version", target.version())
                    .bind("region", target.key().region())
                    .bind("reason", reason)
                    .bind("recorded_at", at)
                    .bind("recorded_by", by)
                    .add());
            batch.execute();
        });
    }

    private static PreparedBatch bind(PreparedBatch batch, Target target) {
        TargetKey key = target.key();
        Target.Point baseline = target.baseline();
        return batch.bind("plan", key.plan())
                .bind("indicator", key.indicator())
                .bind("region", key.region())
                .bind("year", key.year())
                .bind("variant", key.variant())
                .bind("version", target.version())
                .bind("id", target.id())
                .bind("period", target.period().text())
                .bind(
                        "kind",
                        TargetKind.of(target.comparator()).equals(target.kind())
                                ? null
                                : target.kind().code())
                .bind(
                        "accumulation",
                        target.kind() instanceof TargetKind.Cumulative cumulative
                                ? cumulative.accumulation().code()
                                : null)
                .bind("assessor", target.kind() instanceof TargetKind.Qualitative judged ? judged.assessor() : null)
                .bind("comparator", target.comparator().code())
                .bind("value", target.value())
                .bind("upper", target.upper())
                .bind("unit", target.unit())
                .bind(
                        "baseline_period",
                        baseline == null ? null : baseline.period().text())
                .bind("baseline_value", baseline == null ? null : baseline.value())
                .bind("path", target.path() == null ? null : target.path().code())
                .bindArray(
                        "point_periods",
                        String.class,
                        target.points().stream()
                                .map(point -> point.period().text())
                                .toList())
                .bindArray(
                        "point_values",
                        BigDecimal.class,
                        target.points().stream().map(Target.Point::value).toList())
                .bind("nature", target.nature() == null ? null : target.nature().code())
                .bind("printed", target.printed())
                .bind("clause", target.clause())
                .bind("reason", target.reason())
                .bind("recorded_at", target.recordedAt())
                .bind("recorded_by", target.recordedBy())
                .bind("plan_version", target.planVersion());
    }

    private static Target target(Row row) throws SQLException {
        String baselinePeriod = row.text("baseline_period");
        String path = row.text("path");
        String nature = row.text("nature");
        TargetComparator comparator =
                TargetComparator.find(row.text("comparator")).orElseThrow();
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
                kind(row, comparator),
                comparator,
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

    private static TargetKind kind(Row row, TargetComparator comparator) throws SQLException {
        String kind = row.text("kind");
        if (kind == null) {
            return TargetKind.of(comparator);
        }
        return switch (kind) {
            case "yearly" -> new TargetKind.YearByYear();
            case "cumulative" ->
                new TargetKind.Cumulative(
                        Accumulation.find(row.text("accumulation")).orElseThrow());
            case "qualitative" -> new TargetKind.Qualitative(row.text("assessor"));
            default -> throw new IllegalStateException("unknown kind of target " + kind);
        };
    }

    private static List<Target.Point> points(List<String> periods, List<BigDecimal> values) {
        return IntStream.range(0, periods.size())
                .mapToObj(i -> new Target.Point(Period.parse(periods.get(i)), values.get(i)))
                .toList();
    }
}
