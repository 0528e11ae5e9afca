package org.finplan.platform.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody said that a milestone of a task was reached. It may be taken back.
 *
 * @param milestone id of the milestone
 * @param plan plan code
 * @param task task id
 * @param clause clause of the plan
 * @param title what was reached
 * @param plannedDate day by which it was planned (Asia/Shanghai)
 * @param actualDate day on which it was reached (Asia/Shanghai)
 * @param workingDaysLate working days after the planned day, 0 when not later
 * @param achievedBy subject of whoever said so
 * @param achievedAt when it was said
 */
public record MilestoneAchieved(
        UUID milestone,
        String plan,
        String task,
        String clause,
        LocalizedText title,
        LocalDate plannedDate,
        LocalDate actualDate,
        int workingDaysLate,
        String achievedBy,
        Instant achievedAt)
        implements EventData {}
