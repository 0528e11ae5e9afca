package org.finplan.tasks.milestone.schedule;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.finplan.platform.workday.WorkingDays;

/**
 * What a task before another one means for it (finish to start).
 *
 * @param plannedEnd day by which the task before is planned to be finished: its last milestone, else its deadline; null when it
 *     has neither
 * @param earliestStart the working day on which the other may begin: the first one after the planned end and the lag; null
 *     without a planned end
 * @param late whether the task before is behind
 * @param workingDaysLate by how many working days, 0 when it is not
 * @param startsTooEarly whether the other is planned to begin before its earliest start; null when either day is unknown
 */
public record Precedence(
        @Nullable LocalDate plannedEnd,
        @Nullable LocalDate earliestStart,
        boolean late,
        int workingDaysLate,
        @Nullable Boolean startsTooEarly) {

    /**
     * Looks at the task before.
     *
     * @param steps its milestones
     * @param due its deadline, or null
     * @param standing how it stands
     * @param lag working days that must lie between
     * @param start day on which the other task is planned to begin, or null
     * @param days the working days of the city
     * @return what it means
     */
    public static Precedence of(
            List<Step> steps,
            @Nullable LocalDate due,
            Schedule standing,
            int lag,
            @Nullable LocalDate start,
            WorkingDays days) {
        LocalDate end =
                steps.stream().map(Step::planned).max(Comparator.naturalOrder()).orElse(due);
        LocalDate earliest = end == null ? null : days.add(end, lag + 1);
        return new Precedence(
                end,
                earliest,
                standing.behind(),
                standing.workingDaysLate(),
                (earliest == null || start == null) ? null : start.isBefore(earliest));
    }

    /**
     * The day on which a task is planned to begin.
     *
     * @param steps its milestones
     * @return the first of their starts, null when none has one
     */
    @Nullable
    public static LocalDate start(List<Step> steps) {
        return steps.stream()
                .map(Step::start)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
