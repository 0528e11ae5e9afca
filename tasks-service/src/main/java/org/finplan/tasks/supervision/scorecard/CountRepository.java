package org.finplan.tasks.supervision.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;

/** Folds changes of counts into the counts. */
@ApplicationScoped
class CountRepository {

    /**
     * All that is there at once, in a statement that reads it from its beginning to its end: there is no plan that goes wrong when a
     * run has just added thousands. One instance at a time; another one folds nothing and does not wait.
     */
    private static final String FOLD = """
            WITH taken AS (
                DELETE FROM supervision_count_change
                WHERE (SELECT pg_try_advisory_xact_lock(hashtext('supervision_count_change')))
                RETURNING *),
            folded AS (
                INSERT INTO supervision_count AS c
                SELECT city, grain, day, unit, region, plan, sum(matters), sum(with_unit), sum(on_time), sum(returned),
                    sum(escalated), sum(overdue_days), sum(scored), sum(points)
                FROM taken GROUP BY city, grain, day, unit, region, plan
                ON CONFLICT (city, grain, day, unit, region, plan) DO UPDATE
                SET matters = c.matters + excluded.matters, with_unit = c.with_unit + excluded.with_unit,
                    on_time = c.on_time + excluded.on_time, returned = c.returned + excluded.returned,
                    escalated = c.escalated + excluded.escalated, overdue_days = c.overdue_days + excluded.overdue_days,
                    scored = c.scored + excluded.scored, points = c.points + excluded.points)
            SELECT count(*) FROM taken""";

    /**
     * Days on which nothing is due any more. A row of no matters may still
     * hold what belongs to a change that is not folded yet.
     */
    private static final String FORGET = """
            DELETE FROM supervision_count
            WHERE (SELECT pg_try_advisory_xact_lock(hashtext('supervision_count_change')))
                AND (matters, with_unit, on_time, returned, escalated, overdue_days, scored, points) = (0, 0, 0, 0, 0, 0, 0, 0)""";

    private final Jdbi jdbi;

    CountRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Folds all that is there; {@return how many changes, 0 when there is none or another instance folds} */
    @Transactional
    int fold() {
        return jdbi.withHandle(
                handle -> handle.createQuery(FOLD).mapTo(Integer.class).one());
    }

    /** Removes what counts nothing. */
    @Transactional
    void forgetEmpty() {
        jdbi.useHandle(handle -> handle.execute(FORGET));
    }
}
