package org.finplan.indicators.target;

import java.math.BigDecimal;

/**
 * A year of a cumulative target.
 *
 * @param year the year
 * @param value its figure
 * @param cumulated what the years up to it brought together
 */
public record CumulatedYear(int year, BigDecimal value, BigDecimal cumulated) {}
