package org.finplan.risk.report;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.finplan.platform.period.Period;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** The metrics of institutions in versions, written and read in sets; which institution may be seen is asked before. */
@ApplicationScoped
class MetricRepository {

    private static final String CURRENT = """
            SELECT m.* FROM unnest(:institutions, :periods) AS wanted (institution, period)
            JOIN report_metric m ON m.institution = wanted.institution AND m.period = wanted.period
            WHERE m.replaced_at IS NULL""";

    private static final String REPLACE = """
            UPDATE report_metric m SET replaced_at = :at
            FROM unnest(:institutions, :metrics, :periods) AS replaced (institution, metric, period)
            WHERE m.institution = replaced.institution AND m.metric = replaced.metric
              AND m.period = replaced.period AND m.replaced_at IS NULL""";

    private static final String INSERT = """
            INSERT INTO report_metric (institution, metric, period, period_end, version, value, unit, reason, source,
                recorded_by, recorded_at)
            SELECT n.institution, n.metric, n.period, n.period_end, n.version, n.value, n.unit, n.reason, n.source, :by, :at
            FROM unnest(:institutions, :metrics, :periods, :ends, :versions, :values, :units, :reasons, :sources)
                AS n (institution, metric, period, period_end, version, value, unit, reason, source)""";

    private static final String KNOWN = """
            FROM report_metric
            WHERE institution = :uscc AND recorded_at <= :asOf AND (replaced_at IS NULL OR replaced_at > :asOf)""";

    private static final String PERIODS = "SELECT period, period_end " + KNOWN + """

              AND (CAST(:period AS text) IS NULL OR period = :period)
              AND (CAST(:afterEnd AS date) IS NULL OR (period_end, period) < (:afterEnd, :afterPeriod))
            GROUP BY period_end, period ORDER BY period_end DESC, period DESC LIMIT :rows""";

    private static final String METRICS = "SELECT * " + KNOWN + " AND period = ANY (:periods) ORDER BY metric";

    private final Jdbi jdbi;

    MetricRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return all metrics that count now, of those institutions and periods} */
    List<MetricVersion> current(Collection<InstitutionPeriod> keys) {
        List<InstitutionPeriod> wanted = List.copyOf(keys);
        return jdbi.withHandle(handle -> handle.createQuery(CURRENT)
                .bindArray(
                        "institutions",
                        String.class,
                        wanted.stream().map(InstitutionPeriod::institution).toList())
                .bindArray(
                        "periods",
                        String.class,
                        wanted.stream().map(key -> key.period().text()).toList())
                .map(Row.to(MetricRepository::version))
                .list());
    }

    /** Ends the versions that these replace. */
    void replace(List<MetricVersion> revised, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(REPLACE)
                .bind("at", at)
                .bindArray(
                        "institutions",
                        String.class,
                        revised.stream().map(row -> row.key().institution()).toList())
                .bindArray(
                        "metrics",
                        String.class,
                        revised.stream().map(MetricVersion::metric).toList())
                .bindArray(
                        "periods",
                        String.class,
                        revised.stream().map(row -> row.key().period().text()).toList())
                .execute());
    }

    /** All of one report: the same subject and time. */
    void insert(List<MetricVersion> rows, String by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("by", by)
                .bind("at", at)
                .bindArray("institutions", String.class, texts(rows, row -> row.key()
                        .institution()))
                .bindArray("metrics", String.class, texts(rows, MetricVersion::metric))
                .bindArray("periods", String.class, texts(rows, row -> row.key()
                        .period()
                        .text()))
                .bindArray(
                        "ends",
                        LocalDate.class,
                        rows.stream().map(row -> row.key().period().end()).toList())
                .bindArray(
                        "versions",
                        Integer.class,
                        rows.stream().map(MetricVersion::version).toList())
                .bindArray(
                        "values",
                        BigDecimal.class,
                        rows.stream().map(MetricVersion::value).toList())
                .bindArray("units", String.class, texts(rows, MetricVersion::unit))
                .bindArray("reasons", String.class, texts(rows, MetricVersion::reason))
                .bindArray("sources", String.class, texts(rows, MetricVersion::source))
                .execute());
    }

    /** {@return the periods of an institution as they were known then, the newest first} */
    List<Period> periods(String uscc, @Nullable String period, Instant asOf, @Nullable Period after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(PERIODS)
                .bind("uscc", uscc)
                .bind("period", period)
                .bind("asOf", asOf)
                .bind("afterEnd", after == null ? null : after.end())
                .bind("afterPeriod", after == null ? null : after.text())
                .bind("rows", rows)
                .map(Row.to(row -> Period.parse(row.text("period"))))
                .list());
    }

    /** {@return the metrics of those periods as they were known then} */
    List<MetricVersion> metrics(String uscc, List<Period> periods, Instant asOf) {
        return jdbi.withHandle(handle -> handle.createQuery(METRICS)
                .bind("uscc", uscc)
                .bind("asOf", asOf)
                .bindArray(
                        "periods",
                        String.class,
                        periods.stream().map(Period::text).toList())
                .map(Row.to(MetricRepository::version))
                .list());
    }

    private static List<String> texts(List<MetricVersion> rows, Function<MetricVersion, String> field) {
        return rows.stream().map(field).toList();
    }

    private static MetricVersion version(Row row) throws SQLException {
        return new MetricVersion(
                new InstitutionPeriod(row.text("institution"), Period.parse(row.text("period"))),
                row.text("metric"),
                row.decimal("value"),
                row.text("unit"),
                row.integer("version"),
                row.text("reason"),
                row.text("source"),
                row.text("recorded_by"),
                row.instant("recorded_at"));
    }
}
