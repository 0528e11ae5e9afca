package org.finplan.indicators.series;

import java.math.BigDecimal;
import org.finplan.platform.period.Period;

/**
 * A value of a series.
 *
 * @param period the period it is about
 * @param value the value
 * @param origin where it comes from
 * @param <T> origins
 */
public record Known<T>(Period period, BigDecimal value, T origin) {}
