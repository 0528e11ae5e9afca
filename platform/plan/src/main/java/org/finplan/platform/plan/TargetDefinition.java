package org.finplan.platform.plan;

import java.math.BigDecimal;
import org.finplan.platform.period.Period;

/**
 * A target as the plan's table prints it.
 *
 * @param year the year
 * @param printed the figure as printed
 * @param comparator how a value is held against it
 * @param value the number, of a band the lower end; null for a benchmark
 * @param upper the upper end of a band, or null
 * @param relative the benchmark, or null
 * @param period the period it is about
 */
public record TargetDefinition(
        int year,
        String printed,
        TargetComparator comparator,
        BigDecimal value,
        BigDecimal upper,
        Benchmark relative,
        Period period) {}
