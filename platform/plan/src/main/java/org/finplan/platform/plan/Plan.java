package org.finplan.platform.plan;

import java.time.LocalDate;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;

/**
 * A plan.
 *
 * @param code code of the plan, which stands in its package, such as {@code zq-fin-14fyp}
 * @param title the title
 * @param documentNumber number of the document that issued it
 * @param issued day of issue
 * @param issuer organisation code of the issuer
 * @param horizon first to last year
 * @param baselineYear year that the plan starts from
 * @param targetYear year of its targets
 * @param tableClause clause of the indicator table
 * @param tableNature expected or binding, as the heading of the table says, or null when it says neither
 * @param draft whether its package says that it is not in force yet
 */
public record Plan(
        String code,
        LocalizedText title,
        String documentNumber,
        LocalDate issued,
        String issuer,
        Period horizon,
        int baselineYear,
        int targetYear,
        String tableClause,
        String tableNature,
        boolean draft) {

    /** {@return the last day of its last year, on which it ends} */
    public LocalDate lastDay() {
        return horizon.end();
    }

    /**
     * Whether it is a draft. Nothing is judged by a draft.
     *
     * @param today the day in the city
     * @return whether its package says so, or its first day has not come
     */
    public boolean isDraft(LocalDate today) {
        return draft || today.isBefore(horizon.start());
    }

    /**
     * Whether it is over. An ended plan stands still: it judges its own years only, and its targets are not made easier.
     *
     * @param today the day in the city
     * @return whether its last day has passed
     */
    public boolean hasEnded(LocalDate today) {
        return today.isAfter(lastDay());
    }

    /**
     * Whether it has nothing to say about a period.
     *
     * @param period the period of a figure
     * @return whether its last day comes before that of the period
     */
    public boolean endsBefore(Period period) {
        return period.end().isAfter(lastDay());
    }
}
