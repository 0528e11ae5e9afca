package org.finplan.platform.plan.definition;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import org.finplan.platform.events.LocalizedText;

/**
 * What the figures of a series count, by which standard, since when (统计口径).
 *
 * @param code code of the definition
 * @param series code of its series
 * @param counts what counts
 * @param standard the standard that says so
 * @param since first day that it is in force, until the next one of the series is; null: from the beginning
 * @param source where that is published
 */
public record StatisticalDefinition(
        String code,
        String series,
        LocalizedText counts,
        LocalizedText standard,
        @Nullable LocalDate since,
        String source) {

    /** It is not published by which definition a figure is. */
    public static final String UNCONFIRMED = "unconfirmed";

    /** Some of what a figure counts is by one definition, some by its neighbour. */
    public static final String MIXED = "mixed";

    /** The first day that it is in force, for an order. */
    LocalDate start() {
        return since == null ? LocalDate.MIN : since;
    }

    boolean saysSame(StatisticalDefinition other) {
        return series.equals(other.series)
                && start().equals(other.start())
                && counts.zh().equals(other.counts.zh());
    }
}
