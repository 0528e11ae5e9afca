package org.finplan.risk.rulebook.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A quotient that is never worked out: sums, products and comparisons of it are exact.
 *
 * @param over what stands over the line
 * @param under what stands under it, above 0
 */
public record Fraction(BigDecimal over, BigDecimal under) implements Comparable<Fraction> {

    private static final int DIGITS = 16;

    /** Keeps what is under the line above 0. */
    public Fraction {
        if (under.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        if (under.signum() < 0) {
            over = over.negate();
            under = under.negate();
        }
    }

    /**
     * A number.
     *
     * @param value the number
     * @return the same as a fraction
     */
    public static Fraction of(BigDecimal value) {
        return new Fraction(value, BigDecimal.ONE);
    }

    Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.over.negate(), other.under));
    }

    /**
     * A product.
     *
     * @param other the other factor
     * @return both multiplied
     */
    public Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    /**
     * A quotient.
     *
     * @param other what to divide by
     * @return this divided by it
     * @throws ArithmeticException when it is 0
     */
    public Fraction dividedBy(Fraction other) {
        return new Fraction(over.multiply(other.under), under.multiply(other.over));
    }

    /** {@return -1, 0 or 1} */
    public int signum() {
        return over.signum();
    }

    /** {@return the value for people to read and for statistics, to 16 digits; nothing is compared by it} */
    public BigDecimal rounded() {
        BigDecimal value = over.divide(under, MathContext.DECIMAL64).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /**
     * The same on its side of a number: what is above it stays above it, however little that is.
     *
     * @param limit what the value is held against
     * @return the value to 16 digits, rounded away from the limit where it would fall on it or over it
     */
    public BigDecimal rounded(BigDecimal limit) {
        BigDecimal nearest = rounded();
        int side = compareTo(of(limit));
        if (Integer.signum(nearest.compareTo(limit)) == Integer.signum(side)) {
            return nearest;
        }
        return over.divide(under, new MathContext(DIGITS, side > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR));
    }

    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
