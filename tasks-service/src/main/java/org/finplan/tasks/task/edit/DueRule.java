package org.finplan.tasks.task.edit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which deadlines a node may have. That of a work point lies in its year; that of what the plan says not before the plan
 * begins. It may lie after the end of the plan: work that is late goes on.
 */
public final class DueRule {

    private final LocalDate planStart;

    /**
     * The rule of one plan.
     *
     * @param planStart the first day of the plan
     */
    public DueRule(LocalDate planStart) {
        this.planStart = planStart;
    }

    /**
     * A deadline that cannot be.
     *
     * @param error why
     * @param accepted between which days it may lie
     */
    public record Fault(EditError error, List<String> accepted) {}

    /**
     * Checks a deadline.
     *
     * @param year year of a work point, null of any other node
     * @param due the deadline, or null
     * @return what is wrong with it, empty when nothing is
     */
    public Optional<Fault> check(Integer year, LocalDate due) {
        if (due == null) {
            return Optional.empty();
        }
        if (year != null) {
            return due.getYear() == year
                    ? Optional.empty()
                    : Optional.of(new Fault(EditError.DUE_OUTSIDE_YEAR, List.of(year + "-01-01 … " + year + "-12-31")));
        }
        return due.isBefore(planStart)
                ? Optional.of(new Fault(EditError.DUE_BEFORE_PLAN, List.of(planStart + " …")))
                : Optional.empty();
    }
}
