package org.finplan.indicators.observation;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;

/**
 * A value and how it was delivered.
 *
 * @param value in {@code unit}; null for a target that is a benchmark without a number
 * @param unit the unit that the series is kept in
 * @param deliveredValue as it was delivered
 * @param deliveredUnit the unit it was delivered in
 * @param comparator eq, or approx, lt, gt, ge … as the words around a printed figure say
 * @param printed as printed, or null
 * @param derivation the arithmetic of a figure that was computed from others, or null
 * @param definition the definition that it is by as its author said it, or null: the one in force at the end of its period
 */
public record Figure(
        @Nullable BigDecimal value,
        String unit,
        BigDecimal deliveredValue,
        String deliveredUnit,
        String comparator,
        @Nullable String printed,
        @Nullable String derivation,
        @Nullable String definition) {

    /** A figure by the definition in force at the end of its period. */
    public Figure(
            @Nullable BigDecimal value,
            String unit,
            BigDecimal deliveredValue,
            String deliveredUnit,
            String comparator,
            @Nullable String printed,
            @Nullable String derivation) {
        this(value, unit, deliveredValue, deliveredUnit, comparator, printed, derivation, null);
    }

    /**
     * The same figure by a definition.
     *
     * @param other the definition, or null when nothing is said
     * @return the figure
     */
    public Figure by(@Nullable String other) {
        return new Figure(value, unit, deliveredValue, deliveredUnit, comparator, printed, derivation, other);
    }

    /**
     * Compares values, whatever their digits.
     *
     * @param other another figure in the same unit
     * @return whether both have the same value, or none
     */
    public boolean hasValueOf(Figure other) {
        if (value == null || other.value == null) {
            return value == null && other.value == null;
        }
        return value.compareTo(other.value) == 0;
    }
}
