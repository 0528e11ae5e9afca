package org.finplan.indicators.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.finplan.platform.plan.Accumulation;

/**
 * What the years of a cumulative target brought together so far. Plain Java.
 *
 * @param firstYear first year of the span
 * @param lastYear the last year that counts here
 * @param value what they brought together, in the unit of the target; null when a year has no figure
 * @param share its share of the whole, to four places; null without it, and of a whole of zero
 * @param missing the years without a figure, none of which is guessed
 * @param years the years with a figure, up to the first that has none
 */
public record Cumulated(
        int firstYear,
        int lastYear,
        BigDecimal value,
        BigDecimal share,
        List<Integer> missing,
        List<CumulatedYear> years) {

    private static final int PLACES = 4;

    /** Copies the lists. */
    public Cumulated {
        missing = List.copyOf(missing);
        years = List.copyOf(years);
    }

    /**
     * Brings years together.
     *
     * @param accumulation how
     * @param whole the target
     * @param firstYear first year of the span
     * @param lastYear the last year that counts
     * @param figures the figure of a year, or null
     * @return what they brought
     */
    public static Cumulated of(
            Accumulation accumulation, BigDecimal whole, int firstYear, int lastYear, IntFunction<BigDecimal> figures) {
        List<BigDecimal> known = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        List<CumulatedYear> years = new ArrayList<>();
        for (int year = firstYear; year <= lastYear; year++) {
            BigDecimal figure = figures.apply(year);
            if (figure == null) {
                missing.add(year);
            } else if (missing.isEmpty()) {
                known.add(figure);
                years.add(new CumulatedYear(year, figure, together(accumulation, known)));
            }
        }
        BigDecimal value = missing.isEmpty() ? together(accumulation, known) : null;
        BigDecimal share =
                value == null || whole.signum() == 0 ? null : value.divide(whole, PLACES, RoundingMode.HALF_UP);
        return new Cumulated(firstYear, lastYear, value, share, missing, years);
    }

    /** A sum has the digits of its years; a change over several years is rounded to four places. */
    private static BigDecimal together(Accumulation accumulation, List<BigDecimal> years) {
        BigDecimal value = accumulation.of(years);
        return accumulation == Accumulation.COMPOUND ? value.setScale(PLACES, RoundingMode.HALF_UP) : value;
    }
}
