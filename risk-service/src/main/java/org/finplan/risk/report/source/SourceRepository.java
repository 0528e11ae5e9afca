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
            recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at\
        """;

    private static final String RECEIVED = """
        INSERT INTO report_receipt (id, institution, source, period, period_end, created, revised, unchanged,
            recorded_by, received_at)
        SELECT n.id, n.institution, n.source, n.period, n.period_end, n.created, n.revised, n.unchanged, :by, :at
        FROM unnest(:ids, :institutions, :sources, :periods, :ends, :created, :revised, :unchanged)
            AS n (id, institution, source, period, period_end, created, revised, unchanged)\
        """;

    /**
     * A period is due when more than the days of grace have passed since its end, so the newest due one is the last that ended
     * before the day asked for less those days.
     */
    private static final String WITH_DELIVERY = """
        WITH placed AS (
            SELECT s.*, r.last_end, r.last_at, CAST(:on AS date) - s.grace_days AS before
            FROM report_source s
            LEFT JOIN LATERAL (
                SELECT max(period_end) AS last_end, max(received_at) AS last_at FROM report_receipt d
                WHERE d.institution = s.institution AND d.source = s.source
                  AND d.received_at < CAST(:end AS timestamptz)) r ON true
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
        ORDER BY institution, source LIMIT :rows\
        """;

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

    void received(List<Receipt> receipts, String by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(RECEIVED)
                .bind("by", by)
                .bind("at", at)
                .bindArray(
                        "ids",
                        UUID.class,
                        receipts.stream().map(row -> Identifiers.next()).toList())
                .bindArray("institutions", String.class, column(receipts, Receipt::institution))
                .bindArray("sources", String.class, column(receipts, Receipt::source))
                .bindArray("periods", String.class, column(receipts, row -> row.period()
                        .text()))
                .bindArray("ends", LocalDate.class, column(receipts, Receipt::periodEnd))
                .bindArray("created", Integer.class, column(receipts, Receipt::created))
                .bindArray("revised", Integer.class, column(receipts, Receipt::revised))
                .bindArray("unchanged", Integer.class, column(receipts, Receipt::unchanged))
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
