package org.finplan.indicators.due;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.period.Period;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of watched plans and of what was told as overdue. */
@ApplicationScoped
class OverdueReportRepository {

    private static final String WATCH = """
            INSERT INTO overdue_watch (id, plan, since) VALUES (:id, :plan, :since) ON CONFLICT DO NOTHING""";

    private static final String WATCHED = "SELECT * FROM overdue_watch WHERE plan = ANY (:plans) ORDER BY plan";

    private static final String LOCK = "SELECT * FROM overdue_watch WHERE id = :id FOR UPDATE SKIP LOCKED";

    private static final String TOLD = "SELECT * FROM overdue_report WHERE plan = :plan";

    private static final String PAGE = """
            SELECT * FROM overdue_report
            WHERE plan = :plan AND (indicator, region, period) > (:indicator_after, :region_after, :period_after)
                AND (CAST(:indicator AS text) IS NULL OR indicator = :indicator)
                AND (:everywhere OR region = ANY (:regions))
                AND (CAST(:missing AS boolean) IS NULL OR (arrived_at IS NULL) = :missing)
            ORDER BY indicator, region, period
            LIMIT :rows""";

    private static final String TELL = """
            INSERT INTO overdue_report (plan, indicator, region, period, due_on, told_at)
            SELECT :plan, late.indicator, late.region, late.period, late.due_on, :at
            FROM unnest(:indicators, :regions, :periods, :days) AS late (indicator, region, period, due_on)
            ON CONFLICT DO NOTHING
            RETURNING indicator, region, period""";

    private static final String ARRIVED = """
            UPDATE overdue_report SET arrived_at = :at
            WHERE plan = :plan AND indicator = :indicator AND region = :region AND period = :period""";

    private static final RowMapper<Watch> TO_WATCH =
            Row.to(row -> new Watch(row.uuid("id"), row.text("plan"), row.instant("since")));

    private static final RowMapper<OverdueReport> TO_REPORT = Row.to(row -> new OverdueReport(
            row.text("plan"),
            key(row.text("indicator"), row.text("region"), row.text("period")),
            row.date("due_on"),
            row.instant("told_at"),
            row.instant("arrived_at")));

    private final Jdbi jdbi;

    OverdueReportRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Since when a plan is watched.
     *
     * @param id names it for whoever looks
     * @param plan plan code
     * @param since when it was first met
     */
    record Watch(UUID id, String plan, Instant since) {}

    /** Watches plans from now on, those of them that were not watched before. {@return all of them} */
    List<Watch> watch(Collection<String> plans, Instant now) {
        List<Watch> known = watched(plans);
        Set<String> unknown = new HashSet<>(plans);
        known.forEach(watch -> unknown.remove(watch.plan()));
        if (unknown.isEmpty()) {
            return known;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(WATCH);
            unknown.forEach(plan -> batch.bind("id", Identifiers.next())
                    .bind("plan", plan)
                    .bind("since", now)
                    .add());
            batch.execute();
        });
        return watched(plans);
    }

    private List<Watch> watched(Collection<String> plans) {
        return jdbi.withHandle(handle -> handle.createQuery(WATCHED)
                .bindArray("plans", String.class, List.copyOf(plans))
                .map(TO_WATCH)
                .list());
    }

    /** {@return the watch, kept from other instances until the transaction ends; empty while another one has it} */
    Optional<Watch> lock(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(LOCK).bind("id", id).map(TO_WATCH).findOne());
    }

    /** {@return what was told of a plan in the regions of the caller} */
    Map<DueFigure.Key, OverdueReport> told(String plan) {
        Map<DueFigure.Key, OverdueReport> told = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(TOLD)
                .bind("plan", plan)
                .map(TO_REPORT)
                .forEach(report -> told.put(report.key(), report)));
        return told;
    }

    /**
     * Lists what was told.
     *
     * @param plan plan code
     * @param indicator indicator code, or null for all
     * @param regions region codes, or null for all that the caller reads
     * @param missing whether it is missing still, or null for both
     * @param after the {@link #keys} of the row before, or null for the first page
     * @param rows how many at most
     * @return in the order of indicators, regions and periods
     */
    List<OverdueReport> page(
            String plan,
            @Nullable String indicator,
            @Nullable List<String> regions,
            @Nullable Boolean missing,
            @Nullable List<String> after,
            int rows) {
        List<String> from = after == null ? List.of("", "", "") : after;
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("plan", plan)
                .bind("indicator_after", from.get(0))
                .bind("region_after", from.get(1))
                .bind("period_after", from.get(2))
                .bindByType("indicator", indicator, String.class)
                .bind("everywhere", regions == null)
                .bindArray("regions", String.class, regions == null ? List.of() : regions)
                .bindByType("missing", missing, Boolean.class)
                .bind("rows", rows)
                .map(TO_REPORT)
                .list());
    }

    /** {@return what a page is continued after} */
    static String[] keys(OverdueReport row) {
        return new String[] {
            row.key().indicator(), row.key().region(), row.key().period().text()
        };
    }

    /** Enters figures as told, all in one statement. {@return those that were not before} */
    Set<DueFigure.Key> tell(String plan, List<DueFigure> late, Instant now) {
        if (late.isEmpty()) {
            return Set.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery(TELL)
                .bind("plan", plan)
                .bind("at", now)
                .bindArray("indicators", String.class, texts(late, DueFigure.Key::indicator))
                .bindArray("regions", String.class, texts(late, DueFigure.Key::region))
                .bindArray(
                        "periods", String.class, texts(late, key -> key.period().text()))
                .bindArray(
                        "days",
                        LocalDate.class,
                        late.stream().map(figure -> figure.due().day()).toList())
                .map(Row.to(row -> key(row.text("indicator"), row.text("region"), row.text("period"))))
                .set());
    }

    /** Notes since when figures that were told are there. */
    void arrived(String plan, Map<DueFigure.Key, Optional<Instant>> since) {
        if (since.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(ARRIVED);
            since.forEach((key, at) -> batch.bind("plan", plan)
                    .bind("indicator", key.indicator())
                    .bind("region", key.region())
                    .bind("period", key.period().text())
                    .bindByType("at", at.orElse(null), Instant.class)
                    .add());
            batch.execute();
        });
    }

    private static List<String> texts(List<DueFigure> late, Function<DueFigure.Key, String> what) {
        return late.stream().map(figure -> what.apply(figure.key())).toList();
    }

    private static DueFigure.Key key(String indicator, String region, String period) {
        return new DueFigure.Key(indicator, region, Period.parse(period));
    }
}
