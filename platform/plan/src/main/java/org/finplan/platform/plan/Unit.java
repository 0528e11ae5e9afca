package org.finplan.platform.plan;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.finplan.platform.events.LocalizedText;

/**
 * A unit of measure. Units of one {@link #base()} convert into each other by a power of ten, hence exactly.
 *
 * @param code code such as {@code CNY_100M}
 * @param name name as printed and in English
 * @param ucum UCUM notation
 * @param kind currency, ratio, count …
 */
public record Unit(String code, LocalizedText name, String ucum, String kind) {

    private static final Pattern SCALED = Pattern.compile("10\\*(\\d+)\\.(.+)");

    /** {@return what is counted, without the power of ten: units convert when this is equal} */
    public String base() {
        if (ucum.equals("%")) {
            return "1";
        }
        Matcher scaled = SCALED.matcher(ucum);
        return scaled.matches() ? scaled.group(2) : ucum;
    }

    /** {@return power of ten that leads to the base: 8 for 100 million yuan, -2 for percent} */
    public int exponent() {
        if (ucum.equals("%")) {
            return -2;
        }
        Matcher scaled = SCALED.matcher(ucum);
        return scaled.matches() ? Integer.parseInt(scaled.group(1)) : 0;
    }

    /**
     * Whether figures of this unit can be given in another.
     *
     * @param other the other unit
     * @return whether both count the same
     */
    public boolean convertsTo(Unit other) {
        return base().equals(other.base());
    }

    /**
     * Gives a figure in another unit, exactly.
     *
     * @param value a figure in this unit
     * @param other a unit that this one {@link #convertsTo}
     * @return the same figure in the other unit, without trailing zeros that the shift made
     */
    public BigDecimal convert(BigDecimal value, Unit other) {
        if (!convertsTo(other)) {
            throw new IllegalArgumentException(code + " does not convert to " + other.code);
        }
        int shift = exponent() - other.exponent();
        if (shift == 0) {
            return value;
        }
        BigDecimal shifted = value.scaleByPowerOfTen(shift).stripTrailingZeros();
        return shifted.scale() < 0 ? shifted.setScale(0) : shifted;
    }
}
