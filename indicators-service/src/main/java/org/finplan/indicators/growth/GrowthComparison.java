package org.finplan.indicators.growth;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.series.Rounded;
import org.finplan.indicators.series.Series;

/**
 * A published growth held against the growth that two published levels give. All three are rounded to the digits that they
 * were printed with. They agree when some true values round to all three of them.
 *
 * @param state what came out
 * @param computed growth of the levels in percent, or null
 * @param difference published less computed, in percentage points, or null
 * @param lowest least growth that the rounded levels allow, or null
 * @param highest greatest growth that the rounded levels allow, or null
 * @param comparison how far the two levels can be compared
 */
record GrowthComparison(
        State state,
        BigDecimal computed,
        BigDecimal difference,
        BigDecimal lowest,
        BigDecimal highest,
        Comparison comparison) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What comes out of a comparison. */
    enum State {
        /** The difference is explained by rounding. */
        AGREES("agrees"),
        /** It is not: another scope, other prices, another revision, or a mistake. */
        DIFFERS("differs"),
        /** A level is missing, the earlier one is not above zero, or their definitions cannot be compared. */
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
     * @param comparison how far the two levels can be compared; where a link was published they are over it
     * @return the comparison
     */
    static GrowthComparison of(Rounded published, Rounded now, Rounded before, Comparison comparison) {
        if (!comparison.isPossible()
                || now == null
                || before == null
                || before.value().compareTo(before.rounding()) <= 0) {
            return new GrowthComparison(State.NOT_COMPARABLE, null, null, null, null, comparison);
        }
        BigDecimal computed = Series.growth(now.value(), before.value());
        BigDecimal lowest = growth(now.lowest(), before.highest(), RoundingMode.FLOOR);
        BigDecimal highest = growth(now.highest(), before.lowest(), RoundingMode.CEILING);
        boolean agrees =
                published.highest().compareTo(lowest) >= 0 && published.lowest().compareTo(highest) <= 0;
        return new GrowthComparison(
                agrees ? State.AGREES : State.DIFFERS,
                computed,
                published.value().subtract(computed),
                lowest,
                highest,
                comparison);
    }

    private static BigDecimal growth(BigDecimal now, BigDecimal before, RoundingMode rounding) {
        return now.subtract(before)
                .multiply(HUNDRED)
                .divide(before, new MathContext(MathContext.DECIMAL128.getPrecision(), rounding))
                .setScale(Series.GROWTH_DECIMALS, rounding);
    }
}
