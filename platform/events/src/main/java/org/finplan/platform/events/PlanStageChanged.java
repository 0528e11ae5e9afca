package org.finplan.platform.events;

import java.time.Instant;

/**
 * People led a plan on to another stage of its life. That it came in force or ended is told by nobody: it follows from its
 * package and the day.
 *
 * @param plan plan code
 * @param title title of the plan
 * @param previous the stage before: ended or evaluated
 * @param stage the stage: evaluated, or archived, which is read only
 * @param reason why
 * @param decidedBy who decided it
 * @param decidedAt when
 */
public record PlanStageChanged(
        String plan,
        LocalizedText title,
        String previous,
        String stage,
        String reason,
        String decidedBy,
        Instant decidedAt)
        implements EventData {}
