package org.finplan.platform.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the figures of years come together. */
public enum Accumulation {
    /** Amounts add up. */
    SUM,
    /** Changes of a year in percent follow each other: −4 % and −5 % are −8.8 %. */
    COMPOUND;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Puts years together.
     *
     * @param years figures of years: amounts, or changes in percent
     * @return the sum, or the change over all of them in percent, to 34 digits; zero of no year
     */
    public BigDecimal of(Collection<BigDecimal> years) {
        return switch (this) {
            case SUM -> years.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case COMPOUND ->
                years.stream()
                        .map(change -> BigDecimal.ONE.add(change.divide(HUNDRED)))
                        .reduce(BigDecimal.ONE, (one, other) -> one.multiply(other, MathContext.DECIMAL128))
                        .subtract(BigDecimal.ONE)
                        .multiply(HUNDRED);
        };
    }

    /**
     * Finds one by its code.
     *
     * @param code {@code sum} or {@code compound}; null finds none
     * @return it, empty when there is none
     */
    public static Optional<Accumulation> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** {@return the names on the wire} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Accumulation::code).toList();
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
