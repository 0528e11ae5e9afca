package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import org.finplan.platform.events.AttainmentState;

/**
 * The outcome of the method for one indicator, region and period.
 *
 * @param state where it stands
 * @param reason why it cannot be judged; null when it can
 * @param expected value on the path or of the benchmark; null without one
 * @param gap actual minus expected; null without both
 * @param ratio way gone over way expected, to four places; null for benchmarks and where no way is expected
 * @param corridor room between the lines; null for benchmarks and without a target
 * @param required growth a year needed for the rest, in the unit of the measure; null when met or when no time is left
 * @param projection where it ends when it goes on as it went; null for benchmarks, and when no time is left
 */
record Judgement(
        AttainmentState state,
        Reason reason,
        BigDecimal expected,
        BigDecimal gap,
        BigDecimal ratio,
        Corridor corridor,
        BigDecimal required,
        Projection projection) {

    static Judgement unknown(AttainmentState state, Reason reason, BigDecimal expected, Corridor corridor) {
        return new Judgement(state, reason, expected, null, null, corridor, null, null);
    }

    /** {@return the same without the growth that would have to lead from one side of a break to the other} */
    Judgement withoutGrowth() {
        return new Judgement(state, reason, expected, gap, ratio, corridor, null, null);
    }
}
