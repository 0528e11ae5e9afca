package org.finplan.tasks.flag;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.TaskStatusChanged;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.plan.RegionHierarchy;
import org.finplan.tasks.plan.PlanRegister;
import org.hibernate.Session;

/**
 * Flags and clears the leaves that an indicator concerns, all of them in one statement. A leaf concerns the region of the
 * figure when it names no region (the whole city), or names the region, one around it or one inside it.
 */
@ApplicationScoped
public class Flagging {

    /** Leaves are locked in one order, so that two indicators with common leaves never wait for each other. */
    private static final String RAISE = """
            WITH concerned AS (
                SELECT t.plan, t.id FROM task t
                WHERE t.plan = :plan AND t.level = 'measure' AND t.indicators @> ARRAY[CAST(:indicator AS text)]
                  AND (t.regions = '{}' OR t.regions && CAST(:related AS text[]))
                ORDER BY t.id FOR UPDATE
            ), changed AS (
                INSERT INTO task_flag (plan, task, indicator, region, period, state, reason_zh, reason_en, event,
                                       flagged_at)
                SELECT plan, id, :indicator, :region, :period, :state, :reasonZh, :reasonEn, :event, :now
                FROM concerned
                ON CONFLICT (plan, task, indicator, region) DO UPDATE SET
                    period = excluded.period, state = excluded.state, reason_zh = excluded.reason_zh,
                    reason_en = excluded.reason_en, event = excluded.event,
                    flagged_at = CASE WHEN task_flag.state = excluded.state THEN task_flag.flagged_at
                                      ELSE excluded.flagged_at END
                WHERE task_flag.event <> excluded.event
                RETURNING new.task, old.state IS DISTINCT FROM new.state AS told
            ), touched AS (
                UPDATE task t SET version = t.version + 1 FROM changed
                WHERE t.plan = :plan AND t.id = changed.task
                RETURNING t.id, t.clause, t.status, changed.told
            )
            SELECT id, clause, status, true AS flagged FROM touched WHERE told ORDER BY id""";

    private static final String CLEAR = """
            WITH held AS (
                SELECT t.id FROM task t
                WHERE t.plan = :plan AND EXISTS (
                    SELECT 1 FROM task_flag f WHERE f.plan = t.plan AND f.task = t.id
                      AND f.indicator = :indicator AND f.region = :region)
                ORDER BY t.id FOR UPDATE
            ), changed AS (
                DELETE FROM task_flag f USING held
                WHERE f.plan = :plan AND f.task = held.id AND f.indicator = :indicator AND f.region = :region
                RETURNING f.task
            ), touched AS (
                UPDATE task t SET version = t.version + 1 FROM changed
                WHERE t.plan = :plan AND t.id = changed.task
                RETURNING t.id, t.clause, t.status
            )
            SELECT id, clause, status, EXISTS (
                       SELECT 1 FROM task_flag f WHERE f.plan = :plan AND f.task = touched.id
                         AND (f.indicator, f.region) <> (:indicator, :region)) AS flagged
            FROM touched ORDER BY id""";

    private static final String DROP_UNLINKED = """
            DELETE FROM task_flag f USING task t
            WHERE f.plan = :plan AND t.plan = f.plan AND t.id = f.task AND NOT t.indicators @> ARRAY[f.indicator]""";

    private final Session session;
    private final Attainments attainments;
    private final PlanRegister plans;
    private final Outbox outbox;
    private final Clock clock;

    Flagging(Session session, Attainments attainments, PlanRegister plans, Outbox outbox, Clock clock) {
        this.session = session;
        this.attainments = attainments;
        this.plans = plans;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Brings the flags of a plan in line after its tree was loaded: links may be new, and figures may have come first.
     *
     * @param plan plan code
     */
    public void reckonAgain(String plan) {
        session.createNativeMutationQuery(DROP_UNLINKED)
                .setParameter("plan", plan)
                .executeUpdate();
        attainments.series(plan).forEach(this::reckon);
    }

    /**
     * Brings the flags of one series in line with its newest judgement and tells every leaf that changed.
     *
     * @param series the series
     */
    void reckon(Series series) {
        Optional<Assessment> newest = attainments.newest(series);
        if (isInCity(series) && newest.filter(Assessment::flags).isPresent()) {
            raise(series, newest.get());
        } else {
            clear(series, newest);
        }
    }

    private void raise(Series series, Assessment assessment) {
        LocalizedText reason = FlagReason.raised(assessment.figures());
        Instant now = clock.instant();
        List<Tuple> changed = session.createNativeQuery(RAISE, Tuple.class)
                .setParameter("plan", series.plan())
                .setParameter("indicator", series.indicator())
                .setParameter("region", series.region())
                .setParameter("related", related(series.region()))
                .setParameter("period", assessment.figures().period())
                .setParameter("state", assessment.figures().state())
                .setParameter("reasonZh", reason.zh())
                .setParameter("reasonEn", reason.en())
                .setParameter("event", assessment.event())
                .setParameter("now", now)
                .getResultList();
        tell(series, changed, reason, now);
    }

    private void clear(Series series, Optional<Assessment> newest) {
        List<Tuple> changed = session.createNativeQuery(CLEAR, Tuple.class)
                .setParameter("plan", series.plan())
                .setParameter("indicator", series.indicator())
                .setParameter("region", series.region())
                .getResultList();
        LocalizedText reason = newest.map(Assessment::figures)
                .map(FlagReason::cleared)
                .orElseGet(() -> FlagReason.nothingToJudge(
                        plans.indicatorName(series.plan(), series.indicator()), plans.regionName(series.region())));
        tell(series, changed, reason, clock.instant());
    }

    private void tell(Series series, List<Tuple> changed, LocalizedText reason, Instant now) {
        for (Tuple leaf : changed) {
            String id = leaf.get("id", String.class);
            String status = leaf.get("status", String.class);
            TaskStatusChanged data = new TaskStatusChanged(
                    series.plan(),
                    id,
                    leaf.get("clause", String.class),
                    status,
                    status,
                    leaf.get("flagged", Boolean.class),
                    reason,
                    series.indicator(),
                    series.region(),
                    now);
            outbox.append(
                    new NewEvent(data, "task/" + series.plan() + "/" + id, "/api/v1/tasks/" + id, series.region()));
        }
    }

    /** Figures of the province or of a plan that is not loaded are kept, but concern no leaf. */
    private boolean isInCity(Series series) {
        return plans.find(series.plan()).isPresent()
                && plans.regions().subtree(plans.city(series.plan())).contains(series.region());
    }

    private String[] related(String region) {
        RegionHierarchy regions = plans.regions();
        List<String> related = new ArrayList<>(regions.subtree(region));
        related.addAll(regions.ancestors(region));
        related.add(region);
        return related.toArray(String[]::new);
    }
}
