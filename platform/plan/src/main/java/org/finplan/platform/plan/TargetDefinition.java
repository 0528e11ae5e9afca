package org.finplan.platform.plan;

import java.math.BigDecimal;
import org.finplan.platform.period.Period;

/**
 * A target as the plan's table prints it.
 *
 * @param year the year
 * @param printed the figure as printed
 * @param comparator how a value is held against it
 * @param value the number, or null for a benchmark
 * @param relative the benchmark, or null
 * @param period the period it is about
 */
public record TargetDefinition(
        int year, String printed, TargetComparator comparator, BigDecimal value, Benchmark relative, Period period) {}
