package org.finplan.platform.plan;

import java.math.BigDecimal;
import java.util.List;
import org.finplan.platform.period.Period;

/**
 * A figure of the plan's text.
 *
 * @param id such as {@code f061}
 * @param series series code
 * @param period the period it is about
 * @param periodInferred whether the sentence prints no year and it was read from the context
 * @param region region code
 * @param value the figure, or null for a benchmark without a number
 * @param comparator eq, approx, lt, gt, ge … as the words around the figure say
 * @param unit unit code
 * @param kind level, growth, average_growth, change, cumulative, share, rank or target
 * @param printed as printed, or null when derived
 * @param derived whether it is computed from other figures of the plan instead of printed
 * @param derivation the arithmetic of a derived figure, or null
 * @param clause clause that prints it
 * @param alsoIn further clauses that print it
 * @param note remark, or null
 */
public record Fact(
        String id,
        String series,
        Period period,
        boolean periodInferred,
        String region,
        BigDecimal value,
        String comparator,
        String unit,
        String kind,
        String printed,
        boolean derived,
        String derivation,
        String clause,
        List<String> alsoIn,
        String note) {}
