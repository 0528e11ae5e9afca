package org.finplan.risk.report.source;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** The sources of reports and what they delivered. Row security keeps both within the regions of the caller. */
@ApplicationScoped
class SourceRepository {

    private static final String KEEP = """
            INSERT INTO report_source AS known (institution, source, version, mode, frequency, grace_days, since,
                recorded_by, recorded_at)
            VALUES (:uscc, :source, 1, :mode, :frequency, :graceDays, :since, :by, :at)
            ON CONFLICT (institution, source) DO UPDATE SET version = known.version + 1, mode = excluded.mode,
                frequency = excluded.frequency, grace_days = excluded.grace_days, since = excluded.since,
                recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at""";

    private static final String RECEIVED = """
            INSERT INTO report_receipt (id, institution, source, period, period_end, period_type, received_at)
            SELECT n.id, n.institution, n.source, n.period, n.period_end, n.period_type, :at
            FROM unnest(:ids, :institutions, :sources, :periods, :ends, :types)
                AS n (id, institution, source, period, period_end, period_type)""";

    private static final String PERIODIC = """
            SELECT institution, source, frequency, grace_days, since FROM report_source
            WHERE mode = 'periodic' AND institution = ANY (:institutions)""";

    /**
     * A period is due when more than the days of grace have passed since its end, so the newest due one is the last that ended
     * before the day asked for less those days. A delivery counts for a period of the same form alone.
     */
    private static final String WITH_DELIVERY = """
            WITH placed AS (
                SELECT s.*, p.last_end, r.last_at, CAST(:on AS date) - s.grace_days AS before
                FROM report_source s
                LEFT JOIN LATERAL (
                    SELECT d.period_end AS last_end FROM report_receipt d
                    WHERE d.institution = s.institution AND d.source = s.source
                      AND d.received_at < CAST(:end AS timestamptz)
                      AND (s.frequency IS NULL OR d.period_type = replace(s.frequency, 'half-year', 'half'))
                    ORDER BY d.period_end DESC LIMIT 1) p ON true
                LEFT JOIN LATERAL (
                    SELECT d.received_at AS last_at FROM report_receipt d
                    WHERE d.institution = s.institution AND d.source = s.source
                      AND d.received_at < CAST(:end AS timestamptz)
                    ORDER BY d.received_at DESC LIMIT 1) r ON true
                WHERE (CAST(:mode AS text) IS NULL OR s.mode = :mode)
                  AND (:anyInstitution OR s.institution = ANY (:institutions))
            ), due AS (
                SELECT placed.*, CAST(CASE frequency
                    WHEN 'month' THEN date_trunc('month', before)
                    WHEN 'quarter' THEN date_trunc('quarter', before)
                    WHEN 'half-year' THEN date_trunc('year', before)
                        + CASE WHEN date_part('month', before) > 6 THEN interval '6 months' ELSE interval '0' END
                    WHEN 'year' THEN date_trunc('year', before)
                    END AS date) - 1 AS newest_due
                FROM placed
            ), judged AS (
                SELECT due.*, CASE mode
                    WHEN 'periodic' THEN newest_due >= since AND (last_end IS NULL OR last_end < newest_due)
                    ELSE greatest(since, CAST(last_at AT TIME ZONE 'Asia/Shanghai' AS date)) < before
                    END AS late
                FROM due
            )
            SELECT * FROM judged
            WHERE (NOT :lateOnly OR late)
              AND (CAST(:afterUscc AS text) IS NULL OR (institution, source) > (:afterUscc, :afterSource))
            ORDER BY institution, source LIMIT :rows""";

    private final Jdbi jdbi;

    SourceRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What a list asks for.
     *
     * @param institutions codes of institutions, or null for any
     * @param mode a mode, or null for any
     * @param lateOnly whether only those that are late
     * @param on the day they are late on
     * @param end the instant that day ends at
     */
    record Wanted(
            @Nullable List<String> institutions, @Nullable String mode, boolean lateOnly, LocalDate on, Instant end) {}

    void keep(String uscc, String source, SourceRequest request, String by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(KEEP)
                .bind("uscc", uscc)
                .bind("source", source)
                .bind("mode", request.mode())
                .bind("frequency", request.frequency())
                .bind("graceDays", request.graceDays())
                .bind("since", request.since())
                .bind("by", by)
                .bind("at", at)
                .execute());
    }

    /** {@return how those of some institutions deliver that do it by periods} */
    List<PeriodicSource> periodic(List<String> institutions) {
        return jdbi.withHandle(handle -> handle.createQuery(PERIODIC)
                .bindArray("institutions", String.class, institutions)
                .map(Row.to(row -> new PeriodicSource(
                        row.text("institution"),
                        row.text("source"),
                        Frequency.find(row.text("frequency")).orElseThrow(),
                        row.integer("grace_days"),
                        row.date("since"))))
                .list());
    }

    void received(List<Receipt> receipts, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(RECEIVED)
                .bind("at", at)
                .bindArray(
                        "ids",
                        UUID.class,
                        receipts.stream().map(row -> Identifiers.next()).toList())
                .bindArray("institutions", String.class, column(receipts, Receipt::institution))
                .bindArray("sources", String.class, column(receipts, Receipt::source))
                .bindArray("periods", String.class, column(receipts, row -> row.period()
                        .text()))
                .bindArray("ends", LocalDate.class, column(receipts, row -> row.period()
                        .end()))
                .bindArray("types", String.class, column(receipts, row -> row.period()
                        .type()
                        .code()))
                .execute());
    }

    List<SourceView> page(Wanted wanted, @Nullable SourceKey after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(WITH_DELIVERY)
                .bind("anyInstitution", wanted.institutions() == null)
                .bindArray(
                        "institutions", String.class, wanted.institutions() == null ? List.of() : wanted.institutions())
                .bind("mode", wanted.mode())
                .bind("lateOnly", wanted.lateOnly())
                .bind("on", wanted.on())
                .bind("end", wanted.end())
                .bind("afterUscc", after == null ? null : after.institution())
                .bind("afterSource", after == null ? null : after.source())
                .bind("rows", rows)
                .map(Row.to(SourceRepository::source))
                .list());
    }

    private static <T> List<T> column(List<Receipt> receipts, Function<Receipt, T> field) {
        return receipts.stream().map(field).toList();
    }

    private static SourceView source(Row row) throws SQLException {
        return new SourceView(
                row.text("institution"),
                row.text("source"),
                row.text("mode"),
                row.text("frequency"),
                row.integer("grace_days"),
                row.date("since"),
                row.date("last_end"),
                row.instant("last_at"),
                row.date("newest_due"),
                row.flag("late"));
    }
}
