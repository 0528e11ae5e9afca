package org.finplan.tasks.flag;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.tasks.flag.FlagReason.Figures;
import org.finplan.tasks.plan.PlanRegister;
import org.hibernate.Session;

/** The projection of attainment.changed: the last judgement of every period that was judged. */
@ApplicationScoped
class Attainments {

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
              AND state NOT IN ('no-data', 'not-assessable')
            ORDER BY period_end DESC, period_start LIMIT 1""";

    private static final String ALL = "SELECT DISTINCT plan, indicator, region FROM attainment WHERE plan = :plan";

    private final Session session;
    private final PlanRegister plans;

    Attainments(Session session, PlanRegister plans) {
        this.session = session;
        this.plans = plans;
    }

    /**
     * Stores a judgement, unless a later one of the same series and period is known.
     *
     * @param event the event that told it
     */
    void store(Event<AttainmentChanged> event) {
        AttainmentChanged data = event.data();
        Period period = Period.parse(data.period());
        session.createNativeMutationQuery(STORE)
                .setParameter("plan", data.plan())
                .setParameter("indicator", data.indicator())
                .setParameter("region", data.region())
                .setParameter("period", data.period())
                .setParameter("periodStart", period.start())
                .setParameter("periodEnd", period.end())
                .setParameter("state", data.state())
                .setParameter("actual", data.actual(), BigDecimal.class)
                .setParameter("expected", data.expected(), BigDecimal.class)
                .setParameter("gap", data.gap(), BigDecimal.class)
                .setParameter("target", data.target(), BigDecimal.class)
                .setParameter("comparator", data.comparator(), String.class)
                .setParameter("unit", data.unit(), String.class)
                .setParameter("clause", data.clause(), String.class)
                .setParameter("method", data.method())
                .setParameter("assessedAt", data.assessedAt())
                .setParameter("indicatorZh", data.indicatorName().zh())
                .setParameter("indicatorEn", data.indicatorName().en())
                .setParameter("regionZh", data.regionName().zh())
                .setParameter("regionEn", data.regionName().en())
                .setParameter("event", event.id())
                .setParameter("sequence", event.sequence())
                .executeUpdate();
    }

    /**
     * Finds the judgement that a series stands at.
     *
     * @param series the series
     * @return the judgement of its newest period that could be judged; empty when none could
     */
    Optional<Assessment> newest(Series series) {
        return session.createNativeQuery(NEWEST, Tuple.class)
                .setParameter("plan", series.plan())
                .setParameter("indicator", series.indicator())
                .setParameter("region", series.region())
                .getResultStream()
                .map(this::assessment)
                .findFirst();
    }

    /**
     * Lists what was ever judged of a plan.
     *
     * @param plan plan code
     * @return its series
     */
    List<Series> series(String plan) {
        return session.createNativeQuery(ALL, Tuple.class)
                .setParameter("plan", plan)
                .getResultStream()
                .map(row -> new Series(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)))
                .toList();
    }

    private Assessment assessment(Tuple row) {
        String unit = row.get("unit", String.class);
        Figures figures = new Figures(
                text(row, "indicator_name"),
                text(row, "region_name"),
                row.get("period", String.class),
                row.get("state", String.class),
                row.get("actual", BigDecimal.class),
                row.get("expected", BigDecimal.class),
                row.get("gap", BigDecimal.class),
                row.get("target", BigDecimal.class),
                unit == null ? null : plans.unitName(unit));
        return new Assessment(figures, row.get("event", UUID.class), row.get("assessed_at", Instant.class));
    }

    private static LocalizedText text(Tuple row, String column) {
        return new LocalizedText(row.get(column + "_zh", String.class), row.get(column + "_en", String.class));
    }
}
