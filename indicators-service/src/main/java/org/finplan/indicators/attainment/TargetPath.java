package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.finplan.indicators.target.PathShape;

/**
 * The line from a baseline to a target. It meets both ends exactly and never turns back between them; before the
 * baseline it is the baseline, after the target it stays at the target.
 *
 * @param start value at the baseline
 * @param startDay last day of the baseline's period
 * @param end value at the target
 * @param endDay last day of the target's period, after the baseline
 * @param shape how it runs; a compound path with an end that is not above zero runs linear
 */
record TargetPath(BigDecimal start, LocalDate startDay, BigDecimal end, LocalDate endDay, PathShape shape) {

    /** Decimal places of values between the ends. */
    static final int PLACES = 4;

    TargetPath {
        if (!startDay.isBefore(endDay)) {
            throw new IllegalArgumentException("a path ends after it starts: " + startDay + " to " + endDay);
        }
        if (start.signum() <= 0 || end.signum() <= 0) {
            shape = PathShape.LINEAR;
        }
    }

    /**
     * The value on the path.
     *
     * @param day the last day of a period
     * @return the expected value, to {@value #PLACES} places between the ends
     */
    BigDecimal at(LocalDate day) {
        if (!day.isAfter(startDay)) {
            return start;
        }
        if (!day.isBefore(endDay)) {
            return end;
        }
        BigDecimal share = years(startDay, day).divide(years(startDay, endDay), Powers.RESULT);
        BigDecimal value =
                switch (shape) {
                    case COMPOUND ->
                        start.multiply(Powers.power(end.divide(start, Powers.RESULT), share), Powers.RESULT);
                    case LINEAR -> start.add(end.subtract(start).multiply(share, Powers.RESULT));
                };
        return value.setScale(PLACES, RoundingMode.HALF_UP);
    }

    /**
     * Years between the ends of two days, parts of a year by days.
     *
     * @param from a day
     * @param to a day
     * @return years; whole numbers between the last days of years
     */
    static BigDecimal years(LocalDate from, LocalDate to) {
        return position(to).subtract(position(from));
    }

    private static BigDecimal position(LocalDate day) {
        return BigDecimal.valueOf(day.getYear())
                .add(BigDecimal.valueOf(day.getDayOfYear())
                        .divide(BigDecimal.valueOf(day.lengthOfYear()), Powers.RESULT));
    }
}
