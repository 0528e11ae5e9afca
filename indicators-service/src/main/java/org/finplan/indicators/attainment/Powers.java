package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Powers of decimals with decimal exponents, to 34 significant digits. The platform has them for {@code double} only, and
 * figures of the plan never pass through {@code double}. Inside, numbers are integers that count units of 2^-192: about 58
 * digits behind the point, and no division where a shift will do.
 */
final class Powers {

    /** Precision of what comes out. */
    static final MathContext RESULT = MathContext.DECIMAL128;

    private static final MathContext WORK = new MathContext(44, RoundingMode.HALF_EVEN);
    private static final int BITS = 192;
    private static final int DOUBLE_BITS = 52;
    private static final BigInteger ONE = BigInteger.ONE.shiftLeft(BITS);
    private static final BigInteger LN_TEN =
            units(new BigDecimal("2.3025850929940456840179914546843642076011014886287729760333"));
    private static final BigInteger LN_TWO =
            units(new BigDecimal("0.6931471805599453094172321214581765680755001343602552541207"));
    private static final int HALVINGS = 8;
    /** 1/0!, 1/1! and so on, as long as they and the power of an argument below 1/256 are seen at this precision. */
    private static final List<BigInteger> COEFFICIENTS = coefficients();

    private static final int DIGITS = 40;
    private static final double DIGITS_OF_TWO = Math.log10(2);
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
        return exponential(new BigDecimal(logarithm(base)).multiply(exponent).toBigInteger());
    }

    /** ln x by one step of Halley's method, which triples the 15 digits that the platform's logarithm starts it with. */
    private static BigInteger logarithm(BigDecimal x) {
        int scale = x.precision() - x.scale();
        BigDecimal decimal = x.movePointLeft(scale);
        BigInteger mantissa = units(decimal);
        BigInteger guess = BigInteger.valueOf(Math.round(Math.scalb(Math.log(decimal.doubleValue()), DOUBLE_BITS)))
                .shiftLeft(BITS - DOUBLE_BITS);
        BigInteger[] parts = guess.divideAndRemainder(LN_TWO);
        BigInteger reached = series(parts[1]).shiftRight(-parts[0].intValueExact());
        BigInteger step = mantissa.subtract(reached).shiftLeft(BITS + 1).divide(mantissa.add(reached));
        return guess.add(step).add(LN_TEN.multiply(BigInteger.valueOf(scale)));
    }

    /** e^x as 2^n e^r with r below ln 2, so that all digits count however small the result is. */
    private static BigDecimal exponential(BigInteger x) {
        BigInteger[] parts = x.divideAndRemainder(LN_TWO);
        int twos = parts[0].intValueExact();
        int digits = Math.max(0, DIGITS - (int) Math.floor(twos * DIGITS_OF_TWO));
        BigInteger value = series(parts[1]).multiply(BigInteger.TEN.pow(digits)).shiftRight(BITS - twos);
        return new BigDecimal(value, digits).round(RESULT);
    }

    /** e^x for x between -1 and 1: the series of e^(x/256) by Horner's rule, which divides nothing, squared eight times. */
    private static BigInteger series(BigInteger x) {
        BigInteger small = x.shiftRight(HALVINGS);
        BigInteger sum = BigInteger.ZERO;
        for (int n = COEFFICIENTS.size() - 1; n >= 0; n--) {
            sum = sum.multiply(small).shiftRight(BITS).add(COEFFICIENTS.get(n));
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum).shiftRight(BITS);
        }
        return sum;
    }

    private static List<BigInteger> coefficients() {
        List<BigInteger> coefficients = new ArrayList<>();
        BigInteger coefficient = ONE;
        for (int n = 1; coefficient.bitLength() > HALVINGS * (n - 1); n++) {
            coefficients.add(coefficient);
            coefficient = coefficient.divide(BigInteger.valueOf(n));
        }
        return List.copyOf(coefficients);
    }

    private static BigInteger units(BigDecimal value) {
        return value.multiply(new BigDecimal(ONE)).toBigInteger();
    }
}
