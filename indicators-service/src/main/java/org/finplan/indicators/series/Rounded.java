package org.finplan.indicators.series;

import java.math.BigDecimal;

/**
 * A value that stands for every true value which rounds to its printed digits.
 *
 * @param value the value
 * @param rounding how far the true value may lie from it, in the same unit: half a unit of the last printed place
 */
public record Rounded(BigDecimal value, BigDecimal rounding) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** {@return the least true value} */
    public BigDecimal lowest() {
        return value.subtract(rounding);
    }

    /** {@return the greatest true value} */
    public BigDecimal highest() {
        return value.add(rounding);
    }

    /**
     * A value in the unit that it was printed in.
     *
     * @param printed the value with its digits; trailing zeros of whole numbers are digits
     * @return the same, rounded to its last decimal
     */
    public static Rounded asPrinted(BigDecimal printed) {
        return new Rounded(printed, HALF.movePointLeft(Math.max(0, printed.scale())));
    }
}
