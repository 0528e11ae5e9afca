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

    private static final MathContext WORK = new MathContext(50, RoundingMode.HALF_EVEN);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal NEAR_ONE = new BigDecimal("0.01");
    private static final int HALVINGS = 10;

    private Powers() {}

    /**
     * A power.
     *
     * @param base above zero
     * @param exponent any, within what growth over some decades needs
     * @return {@code base} to the {@code exponent}, rounded half up to 34 digits
     */
    static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        if (base.signum() <= 0) {
            throw new ArithmeticException("only a positive base has all powers: " + base);
        }
        return exponential(exponent.multiply(logarithm(base), WORK)).round(RESULT);
    }

    /** ln x by square roots until x is near one, then 2·artanh((x-1)/(x+1)). */
    private static BigDecimal logarithm(BigDecimal x) {
        BigDecimal near = x;
        BigDecimal factor = TWO;
        while (near.subtract(BigDecimal.ONE).abs().compareTo(NEAR_ONE) > 0) {
            near = near.sqrt(WORK);
            factor = factor.multiply(TWO);
        }
        BigDecimal y = near.subtract(BigDecimal.ONE).divide(near.add(BigDecimal.ONE), WORK);
        BigDecimal square = y.multiply(y, WORK);
        BigDecimal term = y;
        BigDecimal sum = y;
        for (int n = 3; term.abs().compareTo(smallest()) > 0; n += 2) {
            term = term.multiply(square, WORK);
            sum = sum.add(term.divide(BigDecimal.valueOf(n), WORK), WORK);
        }
        return sum.multiply(factor, WORK);
    }

    /** e^x by the series of e^(x/1024), squared ten times. */
    private static BigDecimal exponential(BigDecimal x) {
        BigDecimal small = x.divide(TWO.pow(HALVINGS), WORK);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; term.abs().compareTo(smallest()) > 0; n++) {
            term = term.multiply(small, WORK).divide(BigDecimal.valueOf(n), WORK);
            sum = sum.add(term, WORK);
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum, WORK);
        }
        return sum;
    }

    private static BigDecimal smallest() {
        return BigDecimal.ONE.movePointLeft(WORK.getPrecision());
    }
}
