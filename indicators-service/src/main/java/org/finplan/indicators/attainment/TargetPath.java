package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.finplan.indicators.target.PathShape;
import org.finplan.indicators.target.Target;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.TargetKind;

/**
 * The line from a baseline to a target. It meets both ends exactly and never turns back between them; before the
 * baseline it is the baseline, after the target it stays at the target.
 *
 * @param start value at the baseline
 * @param startDay last day of the baseline's period
 * @param end value at the target
 * @param endDay last day of the target's period, after the baseline
 * @param shape how it runs; a compound path with an end that is not above zero runs linear
 * @param points the points of a custom path from the baseline to the target, in the order of their days; else empty
 */
record TargetPath(
        BigDecimal start, LocalDate startDay, BigDecimal end, LocalDate endDay, PathShape shape, List<Point> points) {

    /** Decimal places of values between the ends. */
    static final int PLACES = 4;

    /** A value that is meant to be reached at a day. */
    record Point(LocalDate day, BigDecimal value) {}

    TargetPath {
        if (!startDay.isBefore(endDay)) {
            throw new IllegalArgumentException("a path ends after it starts: " + startDay + " to " + endDay);
        }
        if (shape == PathShape.COMPOUND && (start.signum() <= 0 || end.signum() <= 0)) {
            shape = PathShape.LINEAR;
        }
        points = List.copyOf(points);
    }

    /**
     * The path of a target.
     *
     * @param target the target
     * @param indicator its indicator
     * @return the path; null for a benchmark and where no baseline is known
     */
    static TargetPath of(Target target, IndicatorDefinition indicator) {
        Target.Point baseline = target.baseline();
        return of(target, baseline == null ? null : baseline.value(), indicator);
    }

    /**
     * The path of a target, from a baseline that is worded by the definition of the target.
     *
     * @param target the target
     * @param start value of its baseline, as it would be by the definition of the target; null without one
     * @param indicator its indicator
     * @return the path; null for a benchmark and where no baseline is known
     */
    static TargetPath of(Target target, BigDecimal start, IndicatorDefinition indicator) {
        if (target.kind() instanceof TargetKind.Cumulative) {
            return ofCumulative(target);
        }
        Target.Point baseline = target.baseline();
        if (baseline == null) {
            return null;
        }
        if (target.kind() instanceof TargetKind.YearByYear) {
            return new TargetPath(
                    start,
                    baseline.period().end(),
                    nearestEnd(target, start),
                    target.period().end(),
                    PathShape.STEP,
                    List.of());
        }
        return new TargetPath(
                start,
                baseline.period().end(),
                nearestEnd(target, start),
                target.period().end(),
                target.path() == null ? PathShape.of(indicator.measure()) : target.path(),
                target.points().stream()
                        .map(point -> new Point(point.period().end(), point.value()))
                        .toList());
    }

    /** From nothing at the beginning of the span: the same each year, or by its profile. */
    private static TargetPath ofCumulative(Target target) {
        LocalDate start = target.period().start().minusDays(1);
        List<Point> points = new ArrayList<>();
        if (!target.points().isEmpty()) {
            points.add(new Point(start, BigDecimal.ZERO));
            target.points().forEach(point -> points.add(new Point(point.period().end(), point.value())));
        }
        return new TargetPath(
                BigDecimal.ZERO,
                start,
                target.value(),
                target.period().end(),
                points.isEmpty() ? PathShape.LINEAR : PathShape.CUSTOM,
                points);
    }

    /**
     * The path as people see it.
     *
     * @param target the target
     * @param indicator its indicator, or null for a series that is none
     * @return the path; null for a benchmark, where no baseline is known, and for a target that is set year by year, to which
     *     none leads
     */
    static TargetPath visible(Target target, IndicatorDefinition indicator) {
        Target.Point baseline = target.baseline();
        return visible(target, baseline == null ? null : baseline.value(), indicator);
    }

    /**
     * The path as people see it, from a baseline that is worded by the definition of the target.
     *
     * @param target the target
     * @param start value of its baseline, as it would be by the definition of the target; null without one
     * @param indicator its indicator, or null for a series that is none
     * @return the path; null as above
     */
    static TargetPath visible(Target target, BigDecimal start, IndicatorDefinition indicator) {
        boolean none = indicator == null || target.value() == null || target.kind() instanceof TargetKind.YearByYear;
        return none ? null : of(target, start, indicator);
    }

    /** A band is reached at the end that the baseline lies nearer to; from inside it there is no way to go. */
    private static BigDecimal nearestEnd(Target target, BigDecimal start) {
        return target.upper() == null
                ? target.value()
                : start.max(target.value()).min(target.upper());
    }

    /**
     * The value on the path, as it is shown.
     *
     * @param day the last day of a period
     * @return the expected value, to {@value #PLACES} places between the ends
     */
    BigDecimal at(LocalDate day) {
        return shown(day, exactAt(day));
    }

    /**
     * A value on the path as it is shown.
     *
     * @param day the last day of a period
     * @param exact what {@link #exactAt} gave for the day
     * @return to {@value #PLACES} places between the ends; at the ends and on a level path as it was set
     */
    BigDecimal shown(LocalDate day, BigDecimal exact) {
        boolean between = day.isAfter(startDay) && day.isBefore(endDay);
        boolean level = shape == PathShape.STEP || shape == PathShape.FLOOR;
        return between && !level ? exact.setScale(PLACES, RoundingMode.HALF_UP) : exact;
    }

    /**
     * The value on the path, for what is computed from it.
     *
     * @param day the last day of a period
     * @return the expected value with all digits of {@link Powers#RESULT}
     */
    BigDecimal exactAt(LocalDate day) {
        if (!day.isAfter(startDay)) {
            return start;
        }
        if (!day.isBefore(endDay)) {
            return end;
        }
        return switch (shape) {
            case COMPOUND -> {
                BigDecimal share = years(startDay, day).divide(years(startDay, endDay), Powers.RESULT);
                yield start.multiply(Powers.power(end.divide(start, Powers.RESULT), share), Powers.RESULT);
            }
            case LINEAR -> between(new Point(startDay, start), new Point(endDay, end), day);
            case STEP -> start;
            case FLOOR -> end;
            case CUSTOM -> throughPoints(day);
        };
    }

    private BigDecimal throughPoints(LocalDate day) {
        int next = 1;
        while (points.get(next).day().isBefore(day)) {
            next++;
        }
        return between(points.get(next - 1), points.get(next), day);
    }

    private static BigDecimal between(Point from, Point to, LocalDate day) {
        BigDecimal share = years(from.day(), day).divide(years(from.day(), to.day()), Powers.RESULT);
        return from.value().add(to.value().subtract(from.value()).multiply(share, Powers.RESULT));
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
        if (day.getDayOfYear() == day.lengthOfYear()) {
            return BigDecimal.valueOf(day.getYear() + 1L);
        }
        return BigDecimal.valueOf(day.getYear())
                .add(BigDecimal.valueOf(day.getDayOfYear())
                        .divide(BigDecimal.valueOf(day.lengthOfYear()), Powers.RESULT));
    }
}
