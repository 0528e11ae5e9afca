package org.finplan.risk.rulebook.definition;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a figure must be to keep the rule. By article 1259 of the Civil Code 以上 and 以下 include the number, 超过 and 不满 do
 * not: 不得超过 is {@link #AT_MOST}, 不得低于 is {@link #AT_LEAST}.
 */
public enum Comparator {
    AT_MOST("不得超过", "must not exceed"),
    BELOW("必须低于", "must be below"),
    AT_LEAST("不得低于", "must not be below"),
    ABOVE("必须超过", "must be above");

    private final String zh;
    private final String en;

    Comparator(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** {@return the name on the wire, such as {@code at-most}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the demand in Chinese} */
    public String zh() {
        return zh;
    }

    /** {@return the demand in English} */
    public String en() {
        return en;
    }

    /** {@return whether more is worse} */
    public boolean isUpper() {
        return this == AT_MOST || this == BELOW;
    }

    /**
     * Whether a figure keeps the rule.
     *
     * @param comparison the figure compared with the limit: below 0, 0 or above 0
     * @return whether it does
     */
    public boolean holds(int comparison) {
        return switch (this) {
            case AT_MOST -> comparison <= 0;
            case BELOW -> comparison < 0;
            case AT_LEAST -> comparison >= 0;
            case ABOVE -> comparison > 0;
        };
    }

    /**
     * The stricter of two limits.
     *
     * @param one a limit
     * @param other another
     * @return the lower one where more is worse, else the higher one
     */
    public BigDecimal stricter(BigDecimal one, BigDecimal other) {
        return isUpper() ? one.min(other) : one.max(other);
    }

    /**
     * Reads a name from the wire.
     *
     * @param code such as {@code at-least}
     * @return the comparator, empty when there is none of that name
     */
    public static Optional<Comparator> find(String code) {
        return Stream.of(values()).filter(value -> value.code().equals(code)).findFirst();
    }
}
