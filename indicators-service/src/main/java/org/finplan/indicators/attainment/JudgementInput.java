package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Direction;
import org.finplan.platform.plan.GrowthRule;
import org.finplan.platform.plan.Measure;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetKind;

/**
 * All that the method looks at.
 *
 * @param measure what the indicator measures
 * @param pointInTime whether its values are states at a day
 * @param direction which way it is meant to move
 * @param target the target, or null when the region has none
 * @param growth the printed growth, or null when the target is not the plan's own
 * @param period the period that is judged
 * @param actual the value of the period, of a cumulative target what came together by its end; or null
 * @param benchmark the benchmark's value of the same period, or null
 * @param history values at the ends of years from the baseline to the period, and the period's own, in order
 */
record JudgementInput(
        Measure measure,
        boolean pointInTime,
        Direction direction,
        Goal target,
        GrowthRule growth,
        Period period,
        BigDecimal actual,
        BigDecimal benchmark,
        List<TargetPath.Point> history) {

    /**
     * The target as the method sees it.
     *
     * @param comparator how a value is held against it
     * @param value the number, of a band the lower end; null for a benchmark
     * @param upper the upper end of a band, or null
     * @param day last day of its period
     * @param path the line from the baseline, or null for a benchmark and where no baseline is known
     * @param kind what it says about time; no qualitative one
     */
    record Goal(
            TargetComparator comparator,
            BigDecimal value,
            BigDecimal upper,
            LocalDate day,
            TargetPath path,
            TargetKind kind) {

        /** {@return whether a value meets it; of a target that is no benchmark} */
        boolean isMet(BigDecimal actual) {
            return comparator.isMet(actual, value, upper);
        }
    }
}
