package org.finplan.indicators.series;

import java.math.BigDecimal;
import org.finplan.platform.period.Period;

/**
 * A delivered value of a flow, in the unit of its series.
 *
 * @param period the period it is about
 * @param rounded the value and how far it is known
 * @param origin where it comes from
 * @param <T> origins
 */
public record Printed<T>(Period period, Rounded rounded, T origin) {

    /** {@return the value} */
    public BigDecimal value() {
        return rounded.value();
    }

    /** {@return how far the true value may lie from it} */
    BigDecimal rounding() {
        return rounded.rounding();
    }
}
