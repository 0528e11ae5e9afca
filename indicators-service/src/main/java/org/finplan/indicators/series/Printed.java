package org.finplan.indicators.series;

import java.math.BigDecimal;
import org.finplan.platform.period.Period;

/**
 * A delivered value of a flow. It stands for every true value that rounds to its printed digits.
 *
 * @param period the period it is about
 * @param value the value, in the unit of its series
 * @param rounding half a unit of its last printed place, in the unit of its series
 * @param origin where it comes from
 * @param <T> origins
 */
public record Printed<T>(Period period, BigDecimal value, BigDecimal rounding, T origin) {}
