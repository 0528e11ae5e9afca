package org.finplan.indicators.growth;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.finplan.indicators.series.Series;

/**
 * A published growth held against the growth that two published levels give. Both are rounded: the levels to their last
 * decimal, the growth to its own. They agree when some true values round to all three of them.
 *
 * @param state what came out
 * @param computed growth of the levels in percent, or null
 * @param difference published less computed, in percentage points, or null
 * @param lowest least growth that the rounded levels allow, or null
 * @param highest greatest growth that the rounded levels allow, or null
 */
record GrowthComparison(
        State state, BigDecimal computed, BigDecimal difference, BigDecimal lowest, BigDecimal highest) {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What comes out of a comparison. */
    enum State {
        /** The difference is explained by rounding. */
        AGREES("agrees"),
        /** It is not: another scope, other prices, another revision, or a mistake. */
        DIFFERS("differs"),
        /** A level is missing, or the earlier one is not above zero. */
        NOT_COMPARABLE("not-comparable");

        private final String code;

        State(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * Compares.
     *
     * @param published growth in percent as published
     * @param now level of the period, or null
     * @param before level of the same period of the year before, or null
     * @return the comparison
     */
    static GrowthComparison of(BigDecimal published, BigDecimal now, BigDecimal before) {
        if (now == null || before == null || before.compareTo(rounding(before)) <= 0) {
            return new GrowthComparison(State.NOT_COMPARABLE, null, null, null, null);
        }
        BigDecimal computed = Series.growth(now, before);
        BigDecimal lowest = growth(now.subtract(rounding(now)), before.add(rounding(before)), RoundingMode.FLOOR);
        BigDecimal highest = growth(now.add(rounding(now)), before.subtract(rounding(before)), RoundingMode.CEILING);
        BigDecimal own = rounding(published);
        boolean agrees = published.add(own).compareTo(lowest) >= 0
                && published.subtract(own).compareTo(highest) <= 0;
        return new GrowthComparison(
                agrees ? State.AGREES : State.DIFFERS, computed, published.subtract(computed), lowest, highest);
    }

    /** Half a unit of the last decimal; trailing zeros of whole numbers are digits. */
    private static BigDecimal rounding(BigDecimal value) {
        return HALF.movePointLeft(Math.max(0, value.scale()));
    }

    private static BigDecimal growth(BigDecimal now, BigDecimal before, RoundingMode rounding) {
        return now.subtract(before)
                .multiply(HUNDRED)
                .divide(before, new MathContext(MathContext.DECIMAL128.getPrecision(), rounding))
                .setScale(Series.GROWTH_DECIMALS, rounding);
    }
}
