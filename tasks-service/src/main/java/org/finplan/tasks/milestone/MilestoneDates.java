package org.finplan.tasks.milestone;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;

/** Which days a milestone may name. */
final class MilestoneDates {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private MilestoneDates() {}

    /**
     * Refuses planned days that cannot be. A day after the deadline of the task is refused, not only warned of: such a plan would
     * promise from the first day on that the deadline is missed. A deadline that is moved later leaves milestones behind it
     * standing, and the schedule of the task names them.
     *
     * @param content what the milestone is to say
     * @param due deadline of the task, or null
     */
    static void requirePlan(Milestone.Content content, @Nullable LocalDate due) {
        requireRange("/plannedDate", content.plannedDate());
        if (content.plannedStart() != null) {
            requireRange("/plannedStart", content.plannedStart());
            if (content.plannedDate().isBefore(content.plannedStart())) {
                throw MilestoneError.END_BEFORE_START.at(
                        "/plannedDate", content.plannedDate().toString(), List.of(content.plannedStart() + "/.."));
            }
        }
        if (due != null && content.plannedDate().isAfter(due)) {
            throw MilestoneError.AFTER_DUE_DATE.at(
                    "/plannedDate", content.plannedDate().toString(), List.of("../" + due));
        }
    }

    /**
     * Refuses an actual day that cannot be.
     *
     * @param actual the day
     * @param first first day of the plan
     * @param today the day in the city
     */
    static void requireActual(LocalDate actual, LocalDate first, LocalDate today) {
        if (actual.isAfter(today)) {
            throw MilestoneError.DATE_IN_FUTURE.at("/actualDate", actual.toString(), List.of(first + "/" + today));
        }
        if (actual.isBefore(first)) {
            throw MilestoneError.DATE_BEFORE_PLAN.at("/actualDate", actual.toString(), List.of(first + "/" + today));
        }
    }

    private static void requireRange(String pointer, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw MilestoneError.DATE_OUT_OF_RANGE.at(pointer, day.toString(), List.of(FIRST + "/" + LAST));
        }
    }
}
