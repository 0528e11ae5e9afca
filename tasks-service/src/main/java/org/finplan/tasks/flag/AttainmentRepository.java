package org.finplan.tasks.flag;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.flag.FlagReason.Figures;
import org.jdbi.v3.core.Jdbi;

/** The projection of attainment.changed: the last judgement of every period that was judged. */
@ApplicationScoped
class AttainmentRepository {

    private static final String STORE = """
            INSERT INTO attainment (plan, indicator, region, period, period_start, period_end, state, actual, expected,
                                    gap, target, comparator, unit, clause, method, assessed_at, indicator_name_zh,
                                    indicator_name_en, region_name_zh, region_name_en, event, sequence)
            VALUES (:plan, :indicator, :region, :period, :periodStart, :periodEnd, :state, :actual, :expected,
                    :gap, :target, :comparator, :unit, :clause, :method, :assessedAt,
                    :indicatorZh, :indicatorEn, :regionZh, :regionEn, :event, :sequence)
            ON CONFLICT (plan, indicator, region, period) DO UPDATE SET
                state = excluded.state, actual = excluded.actual, expected = excluded.expected, gap = excluded.gap,
                target = excluded.target, comparator = excluded.comparator, unit = excluded.unit,
                clause = excluded.clause, method = excluded.method, assessed_at = excluded.assessed_at,
                indicator_name_zh = excluded.indicator_name_zh, indicator_name_en = excluded.indicator_name_en,
                region_name_zh = excluded.region_name_zh, region_name_en = excluded.region_name_en,
                event = excluded.event, sequence = excluded.sequence
            WHERE attainment.sequence < excluded.sequence""";

    /** Of periods that end together the longest counts: the year before its last quarter. */
    private static final String NEWEST = """
            SELECT * FROM attainment
            WHERE plan = :plan AND indicator = :indicator AND region = :region
              AND state NOT IN ('no-data', 'not-assessable') AND period_end <= :last
            ORDER BY period_end DESC, period_start LIMIT 1""";

    private static final String SERIES = "SELECT DISTINCT plan, indicator, region FROM attainment WHERE plan = :plan";

    private final Jdbi jdbi;
    private final PlanRegister plans;

    AttainmentRepository(Jdbi jdbi, PlanRegister plans) {
        this.jdbi = jdbi;
        this.plans = plans;
    }

    /**
     * Stores a judgement, unless a later one of the same series and period is known.
     *
     * @param event the event that brought it
     */
    void store(Event<AttainmentChanged> event) {
        AttainmentChanged data = event.data();
        Period period = Period.parse(data.period());
        jdbi.useHandle(handle -> handle.createUpdate(STORE)
                .bind("plan", data.plan())
                .bind("indicator", data.indicator())
                .bind("region", data.region())
                .bind("period", data.period())
                .bind("periodStart", period.start())
                .bind("periodEnd", period.end())
                .bind("state", data.state().code())
                .bind("actual", data.actual())
                .bind("expected", data.expected())
                .bind("gap", data.gap())
                .bind("target", data.target())
                .bind("comparator", data.comparator())
                .bind("unit", data.unit())
                .bind("clause", data.clause())
                .bind("method", data.method())
                .bind("assessedAt", data.assessedAt())
                .bind("indicatorZh", data.indicatorName().zh())
                .bind("indicatorEn", data.indicatorName().en())
                .bind("regionZh", data.regionName().zh())
                .bind("regionEn", data.regionName().en())
                .bind("event", event.id())
                .bind("sequence", event.sequence())
                .execute());
    }

    /**
     * Finds how a series stands, or stood when its plan ended.
     *
     * @param series the series
     * @param last the last day of its plan; what was ever judged of a later period is none of the plan's
     * @return the judgement of its newest period that could be judged; empty when none could
     */
    Optional<Attainment> newest(Series series, LocalDate last) {
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST)
                .bind("plan", series.plan())
                .bind("indicator", series.indicator())
                .bind("region", series.region())
                .bind("last", last)
                .map(Row.to(this::attainment))
                .findOne());
    }

    /**
     * Lists what was ever judged of a plan.
     *
     * @param plan plan code
     * @return its series
     */
    List<Series> series(String plan) {
        return jdbi.withHandle(handle -> handle.createQuery(SERIES)
                .bind("plan", plan)
                .map(Row.to(row -> new Series(row.text("plan"), row.text("indicator"), row.text("region"))))
                .list());
    }

    private Attainment attainment(Row row) throws SQLException {
        String unit = row.text("unit");
        Figures figures = new Figures(
                new LocalizedText(row.text("indicator_name_zh"), row.text("indicator_name_en")),
                new LocalizedText(row.text("region_name_zh"), row.text("region_name_en")),
                row.text("period"),
                AttainmentState.of(row.text("state")),
                row.decimal("actual"),
                row.decimal("expected"),
                row.decimal("gap"),
                row.decimal("target"),
                unit == null ? null : plans.unitName(unit));
        return new Attainment(figures, row.uuid("event"));
    }
}
