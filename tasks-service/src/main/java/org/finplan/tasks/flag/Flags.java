package org.finplan.tasks.flag;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.hibernate.Session;

/** Reads the flags of leaves. */
@ApplicationScoped
public class Flags {

    private static final String OF_TASK = """
            SELECT f.indicator, f.region, f.period, f.state, f.reason_zh, f.reason_en, f.event, f.flagged_at,
                   a.indicator_name_zh, a.indicator_name_en, a.region_name_zh, a.region_name_en,
                   a.actual, a.expected, a.gap, a.target, a.comparator, a.unit, a.clause, a.method
            FROM task_flag f JOIN attainment a USING (plan, indicator, region, period)
            WHERE f.plan = :plan AND f.task = :task
              AND (:all OR f.region = ANY (CAST(:readable AS text[])))
            ORDER BY f.flagged_at, f.indicator, f.region""";

    private final Session session;

    Flags(Session session) {
        this.session = session;
    }

    /**
     * Reads the flags of a leaf, oldest first.
     *
     * @param plan plan code
     * @param task id of the leaf
     * @param scope regions that the caller reads
     * @return its flags, possibly none
     */
    public List<Flag> of(String plan, String task, RegionSet scope) {
        return session.createNativeQuery(OF_TASK, Tuple.class)
                .setParameter("plan", plan)
                .setParameter("task", task)
                .setParameter("all", scope.all())
                .setParameter("readable", scope.codes().toArray(String[]::new))
                .getResultStream()
                .map(Flags::flag)
                .toList();
    }

    private static Flag flag(Tuple row) {
        return new Flag(
                row.get("indicator", String.class),
                text(row, "indicator_name"),
                row.get("region", String.class),
                text(row, "region_name"),
                row.get("period", String.class),
                row.get("state", String.class),
                text(row, "reason"),
                row.get("actual", BigDecimal.class),
                row.get("expected", BigDecimal.class),
                row.get("gap", BigDecimal.class),
                row.get("target", BigDecimal.class),
                row.get("comparator", String.class),
                row.get("unit", String.class),
                row.get("clause", String.class),
                row.get("method", String.class),
                row.get("event", UUID.class),
                row.get("flagged_at", Instant.class));
    }

    private static LocalizedText text(Tuple row, String column) {
        return new LocalizedText(row.get(column + "_zh", String.class), row.get(column + "_en", String.class));
    }
}
