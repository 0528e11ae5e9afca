package org.finplan.risk.rulebook.judgement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Deviations from a mean, summed up as long as they go the same way (tabular CUSUM, Montgomery).
 *
 * @param mean the mean in control
 * @param slack what each figure may be off without counting
 */
public record CumulativeSum(BigDecimal mean, BigDecimal slack) {

    /**
     * The sums after a figure.
     *
     * @param high of what was above
     * @param low of what was below
     */
    public record Sums(BigDecimal high, BigDecimal low) {}

    /**
     * The sums after each figure.
     *
     * @param values the series, oldest first
     * @return as many sums
     */
    public List<Sums> of(List<BigDecimal> values) {
        List<Sums> all = new ArrayList<>();
        Sums sums = new Sums(BigDecimal.ZERO, BigDecimal.ZERO);
        for (BigDecimal value : values) {
            BigDecimal off = value.subtract(mean);
            sums = new Sums(
                    off.subtract(slack).add(sums.high()).max(BigDecimal.ZERO),
                    off.negate().subtract(slack).add(sums.low()).max(BigDecimal.ZERO));
            all.add(sums);
        }
        return all;
    }
}
