package org.finplan.indicators.attainment;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;

/**
 * Where a value ends when it goes on as it went.
 *
 * @param value at the target's day, by the average growth a year since the baseline
 * @param low by the slowest year since the baseline; null when only one stretch is known
 * @param high by the fastest year since the baseline; null when only one stretch is known
 * @param outlook likely, possible or unlikely: reached by the average, by the best year only, or by neither
 * @param method version of the method
 */
record Projected(
        BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        String outlook,
        String method) {

    static Projected of(Projection projection) {
        return projection == null
                ? null
                : new Projected(
                        projection.value(),
                        projection.low(),
                        projection.high(),
                        projection.outlook().code(),
                        Projection.METHOD);
    }
}
