package org.finplan.platform.plan;

import java.math.BigDecimal;
import java.util.List;
import org.finplan.platform.period.Period;

/**
 * A target as the plan's table prints it.
 *
 * @param year the year; of a target set year by year the last one that it may be set for
 * @param printed the figure as printed
 * @param comparator how a value is held against it; of a target set year by year where a year says nothing else
 * @param value the number, of a band the lower end; null for a benchmark, a target set year by year and one that a person judges
 * @param upper the upper end of a band, or null
 * @param relative the benchmark, or null
 * @param period the period it is about: of a cumulative target the span of years
 * @param kind what it says about time
 * @param years the years that are set, of a target set year by year
 * @param profile what the years of a cumulative target are to bring together by the end of a year, the whole in its last; none
 *     where each year brings the same
 */
public record TargetDefinition(
        int year,
        String printed,
        TargetComparator comparator,
        BigDecimal value,
        BigDecimal upper,
        Benchmark relative,
        Period period,
        TargetKind kind,
        List<OfYear> years,
        List<ByYear> profile) {

    /**
     * A year of a target that is set year by year.
     *
     * @param printed as printed
     * @param comparator how a value is held against it
     * @param value the number, of a band the lower end
     * @param upper the upper end of a band, or null
     * @param period the year, or its last day for a state
     */
    public record OfYear(
            String printed, TargetComparator comparator, BigDecimal value, BigDecimal upper, Period period) {}

    /**
     * What is to have come together by the end of a year.
     *
     * @param year the year
     * @param value in the unit of the indicator
     */
    public record ByYear(int year, BigDecimal value) {}

    /** Copies the lists. */
    public TargetDefinition {
        years = List.copyOf(years);
        profile = List.copyOf(profile);
    }
}
