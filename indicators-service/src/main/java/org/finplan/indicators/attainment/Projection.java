package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Where a value ends when it goes on as it went since the baseline. Plain carrying on, no forecast: the average growth a
 * year since the baseline gives the value, the slowest and the fastest year the interval.
 *
 * @param value at the target's day, to four places
 * @param low lower end of the interval, or null when only one stretch is known
 * @param high upper end of the interval, or null when only one stretch is known
 * @param outlook whether the target is reached that way
 */
record Projection(BigDecimal value, BigDecimal low, BigDecimal high, Outlook outlook) {

    /** Version of the method. */
    static final String METHOD = "average-growth-1";

    /** Whether a target is reached when things go on as they did. */
    enum Outlook {
        /** The average growth since the baseline reaches it. */
        LIKELY,
        /** The average does not reach it, the best year since the baseline would. */
        POSSIBLE,
        /** Not even the best year would. */
        UNLIKELY;

        /** {@return the name on the wire} */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Carries a series on.
     *
     * @param points values at the ends of years from the baseline on, and the latest, in the order of their days
     * @param compound whether growth is a percentage (amounts) or a step (ratios, counts); amounts that are not all above
     *     zero grow by steps
     * @param goalDay last day of the target's period
     * @param isMet whether a value meets the target
     * @return where it ends; null without two points or when no time is left
     */
    static Projection of(
            List<TargetPath.Point> points, boolean compound, LocalDate goalDay, Predicate<BigDecimal> isMet) {
        if (points.size() < 2 || !points.get(points.size() - 1).day().isBefore(goalDay)) {
            return null;
        }
        boolean percent =
                compound && points.stream().allMatch(point -> point.value().signum() > 0);
        TargetPath.Point first = points.get(0);
        TargetPath.Point last = points.get(points.size() - 1);
        BigDecimal value = carry(last, growth(first, last, percent), percent, goalDay);
        List<BigDecimal> ends = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            ends.add(carry(last, growth(points.get(i - 1), points.get(i), percent), percent, goalDay));
        }
        BigDecimal low = ends.stream().min(BigDecimal::compareTo).orElseThrow();
        BigDecimal high = ends.stream().max(BigDecimal::compareTo).orElseThrow();
        Outlook outlook = Outlook.UNLIKELY;
        if (isMet.test(value)) {
            outlook = Outlook.LIKELY;
        } else if (isMet.test(low) || isMet.test(high)) {
            outlook = Outlook.POSSIBLE;
        }
        boolean interval = ends.size() > 1;
        return new Projection(value, interval ? low : null, interval ? high : null, outlook);
    }

    /** Growth a year between two points: a factor, or a step. */
    private static BigDecimal growth(TargetPath.Point from, TargetPath.Point to, boolean percent) {
        BigDecimal years = TargetPath.years(from.day(), to.day());
        return percent
                ? Powers.power(
                        to.value().divide(from.value(), Powers.RESULT), BigDecimal.ONE.divide(years, Powers.RESULT))
                : to.value().subtract(from.value()).divide(years, Powers.RESULT);
    }

    private static BigDecimal carry(TargetPath.Point last, BigDecimal growth, boolean percent, LocalDate goalDay) {
        BigDecimal years = TargetPath.years(last.day(), goalDay);
        BigDecimal value = percent
                ? last.value().multiply(Powers.power(growth, years), Powers.RESULT)
                : last.value().add(growth.multiply(years, Powers.RESULT));
        return value.setScale(TargetPath.PLACES, RoundingMode.HALF_UP);
    }
}
