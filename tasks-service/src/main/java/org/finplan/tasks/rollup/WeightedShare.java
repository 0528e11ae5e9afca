package org.finplan.tasks.rollup;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * The share of a branch that is done, by weights: sum of weight × share of each part, divided by the sum of the weights. Only parts
 * that have both a weight and a share count, so that nothing is invented for the others.
 *
 * @param done sum of weight × share
 * @param of sum of the weights that count
 * @param share done / of, 0 to 1, not rounded beyond 34 digits; null when nothing counts
 */
record WeightedShare(
        BigDecimal done, BigDecimal of, @Nullable BigDecimal share) {

    /**
     * Something directly below a branch.
     *
     * @param weight its weight, above 0, or null when nobody set one
     * @param share the share of it that is done, 0 to 1, or null when it has none
     */
    record Part(@Nullable BigDecimal weight, @Nullable BigDecimal share) {

        boolean counts() {
            return weight != null && share != null;
        }
    }

    /**
     * Reckons the share.
     *
     * @param parts what is directly below, in any order
     * @return the share with its arithmetic
     */
    static WeightedShare of(List<Part> parts) {
        BigDecimal done = BigDecimal.ZERO;
        BigDecimal of = BigDecimal.ZERO;
        for (Part part : parts) {
            if (part.counts()) {
                done = done.add(part.weight().multiply(part.share()));
                of = of.add(part.weight());
            }
        }
        return new WeightedShare(done, of, of.signum() == 0 ? null : done.divide(of, MathContext.DECIMAL128));
    }
}
