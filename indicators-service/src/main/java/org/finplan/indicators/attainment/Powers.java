package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Powers of decimals with decimal exponents, to 34 significant digits. The platform has them for {@code double} only, and
 * figures of the plan never pass through {@code double}.
 */
final class Powers {

    /** Precision of what comes out. */
    static final MathContext RESULT = MathContext.DECIMAL128;

    private static final MathContext WORK = new MathContext(44, RoundingMode.HALF_EVEN);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal LN_TEN =
            new BigDecimal("2.3025850929940456840179914546843642076011014886287729760333");
    private static final BigDecimal SMALLEST = BigDecimal.ONE.movePointLeft(WORK.getPrecision());
    private static final int HALVINGS = 10;
    private static final BigDecimal MOST_STEPS = BigDecimal.valueOf(100);

    private Powers() {}

    /**
     * A power.
     *
     * @param base above zero
     * @param exponent any, within what growth over some decades needs
     * @return {@code base} to the {@code exponent}, to 34 digits
     */
    static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        if (base.signum() <= 0) {
            throw new ArithmeticException("only a positive base has all powers: " + base);
        }
        if (exponent.signum() >= 0
                && exponent.compareTo(MOST_STEPS) <= 0
                && exponent.stripTrailingZeros().scale() <= 0) {
            return base.pow(exponent.intValueExact(), WORK).round(RESULT);
        }
        return exponential(exponent.multiply(logarithm(base), WORK)).round(RESULT);
    }

    /** ln x by one step of Halley's method, which triples the 15 digits that the platform's logarithm starts it with. */
    private static BigDecimal logarithm(BigDecimal x) {
        int scale = x.precision() - x.scale();
        BigDecimal mantissa = x.movePointLeft(scale);
        BigDecimal guess = BigDecimal.valueOf(Math.log(mantissa.doubleValue()));
        BigDecimal reached = exponential(guess);
        BigDecimal step = TWO.multiply(mantissa.subtract(reached)).divide(mantissa.add(reached), WORK);
        return guess.add(step).add(LN_TEN.multiply(BigDecimal.valueOf(scale)), WORK);
    }

    /** e^x by the series of e^(x/1024), squared ten times. */
    private static BigDecimal exponential(BigDecimal x) {
        BigDecimal small = x.divide(TWO.pow(HALVINGS), WORK);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; term.abs().compareTo(SMALLEST) > 0; n++) {
            term = term.multiply(small, WORK).divide(BigDecimal.valueOf(n), WORK);
            sum = sum.add(term, WORK);
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum, WORK);
        }
        return sum;
    }
}
