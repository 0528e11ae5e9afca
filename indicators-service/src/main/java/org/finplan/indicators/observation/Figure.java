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
 */
public record Figure(
        @Nullable BigDecimal value,
        String unit,
        BigDecimal deliveredValue,
        String deliveredUnit,
        String comparator,
        @Nullable String printed,
        @Nullable String derivation) {}
