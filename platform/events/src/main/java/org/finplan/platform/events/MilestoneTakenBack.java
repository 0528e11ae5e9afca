package org.finplan.platform.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * It was said wrongly that a milestone of a task was reached: it counts as not reached again.
 *
 * @param milestone id of the milestone
 * @param plan plan code
 * @param task task id
 * @param clause clause of the plan
 * @param title what is to be reached
 * @param plannedDate day by which it is planned (Asia/Shanghai)
 * @param reason why it was taken back
 * @param takenBackBy subject of whoever took it back
 * @param takenBackAt when
 */
public record MilestoneTakenBack(
        UUID milestone,
        String plan,
        String task,
        String clause,
        LocalizedText title,
        LocalDate plannedDate,
        String reason,
        String takenBackBy,
        Instant takenBackAt)
        implements EventData {}
