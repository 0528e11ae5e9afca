package org.finplan.platform.plan;

import java.math.BigDecimal;
import org.finplan.platform.period.Period;

/**
 * Where an indicator starts.
 *
 * @param year the year
 * @param printed the figure as printed
 * @param value the figure
 * @param period the period it is about: a day for stocks, a year for flows
 */
public record Baseline(int year, String printed, BigDecimal value, Period period) {}
