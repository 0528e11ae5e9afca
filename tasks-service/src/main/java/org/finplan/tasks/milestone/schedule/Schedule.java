package org.finplan.tasks.milestone.schedule;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a leaf stands to its milestones on a day. It is behind when a milestone is late, or its deadline has passed without a
 * verified completion; once its completion is verified, nothing of it is late any more. What is achieved is what somebody said
 * with name and date (claimed), since no second person checks single milestones.
 *
 * @param basis what is counted
 * @param total the weights of all milestones, or their number; 0 without milestones
 * @param planned the same of those that were planned for the day or earlier
 * @param achieved the same of those that were achieved on the day or earlier
 * @param late those that are late, the longest late first
 * @param afterDue those that are planned for a day after the deadline, in the order of their days
 * @param overdueBy working days since the deadline when it passed without a verified completion, else 0
 * @param provisional whether a count of working days may still change, since a year has no notice of holidays yet
 */
public record Schedule(
        Basis basis,
        BigDecimal total,
        BigDecimal planned,
        BigDecimal achieved,
        List<LateStep> late,
        List<Step> afterDue,
        int overdueBy,
        boolean provisional) {

    private static final int SHARE_DIGITS = 4;
    private static final Comparator<Step> BY_DAY =
            Comparator.comparing(Step::planned).thenComparing(Step::id);

    /**
     * A milestone that is late.
     *
     * @param step the milestone
     * @param workingDays how many working days, at least 1
     */
    public record LateStep(Step step, int workingDays) {}

    /**
     * Looks at a leaf.
     *
     * @param steps its milestones, in any order
     * @param due its deadline, or null
     * @param done whether its completion is verified, or nobody waits for it any more
     * @param lateness the day, with the working days of its city
     * @return how it stands
     */
    public static Schedule of(List<Step> steps, @Nullable LocalDate due, boolean done, Lateness lateness) {
        Basis basis = Basis.of(steps);
        LocalDate day = lateness.day();
        List<LateStep> late = done ? List.of() : late(steps, lateness);
        int overdueBy = done || due == null ? 0 : lateness.of(due);
        Stream<LocalDate> counted = Stream.concat(
                late.stream().map(one -> one.step().planned()), overdueBy > 0 ? Stream.of(due) : Stream.empty());
        return new Schedule(
                basis,
                sum(steps, basis, step -> true),
                sum(steps, basis, step -> !step.planned().isAfter(day)),
                sum(steps, basis, step -> step.achievedBy(day)),
                late,
                steps.stream()
                        .filter(step -> due != null && step.planned().isAfter(due))
                        .sorted(BY_DAY)
                        .toList(),
                overdueBy,
                counted.anyMatch(lateness::provisional));
    }

    /** {@return whether the leaf is behind} */
    public boolean behind() {
        return !late.isEmpty() || overdueBy > 0;
    }

    /** {@return by how many working days the longest late part of it is late, 0 when none is} */
    public int workingDaysLate() {
        return Math.max(
                overdueBy, late.stream().mapToInt(LateStep::workingDays).max().orElse(0));
    }

    /**
     * What a part of the milestones is of all.
     *
     * @param part {@link #planned} or {@link #achieved}
     * @return part by total, 0 to 1 with four digits; empty without milestones
     */
    public Optional<BigDecimal> share(BigDecimal part) {
        return basis == Basis.NONE
                ? Optional.empty()
                : Optional.of(part.divide(total, SHARE_DIGITS, RoundingMode.HALF_UP));
    }

    private static List<LateStep> late(List<Step> steps, Lateness lateness) {
        return steps.stream()
                .filter(step -> !step.achievedBy(lateness.day()))
                .map(step -> new LateStep(step, lateness.of(step.planned())))
                .filter(one -> one.workingDays() > 0)
                .sorted(Comparator.comparing(LateStep::step, BY_DAY))
                .toList();
    }

    private static BigDecimal sum(List<Step> steps, Basis basis, Predicate<Step> counts) {
        return steps.stream()
                .filter(counts)
                .map(step -> basis == Basis.WEIGHTS ? step.weight() : BigDecimal.ONE)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
