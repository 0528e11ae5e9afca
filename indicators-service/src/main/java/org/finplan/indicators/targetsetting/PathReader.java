package org.finplan.indicators.targetsetting;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.finplan.indicators.target.PathShape;
import org.finplan.indicators.target.Target;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.plan.Unit;

/** Reads where the path of a target starts, how it runs, and through which points. */
final class PathReader {

    private static final int MOST_POINTS = 60;

    private final TargetRequest request;
    private final TargetFaults faults;

    PathReader(TargetRequest request, TargetFaults faults) {
        this.request = request;
        this.faults = faults;
    }

    /**
     * Checks the baseline, the shape and the points of a target that is a number.
     *
     * @param kind what it says about time, or null when that is not known
     * @param firstYear first year that a baseline may have
     * @param indicator its indicator, or null when that is not known
     */
    void check(TargetKind kind, int firstYear, IndicatorDefinition indicator) {
        if (kind instanceof TargetKind.Cumulative) {
            checkCumulative(indicator.target().period().start().getYear());
            return;
        }
        if (kind instanceof TargetKind.YearByYear && (request.path() != null || request.points() != null)) {
            faults.add("path", request.path(), TargetError.UNKNOWN_CODE, List.of());
        }
        checkBaseline(firstYear);
        PathShape shape = shape();
        if (request.path() != null && shape == null) {
            faults.add("path", request.path(), TargetError.UNKNOWN_CODE, PathShape.codes());
        }
        if (shape != null && request.baseline() == null) {
            faults.missing("baseline");
        }
        List<TargetRequest.Point> points = points();
        if (shape == PathShape.CUSTOM && points.isEmpty()) {
            faults.missing("points");
        }
        if (shape != PathShape.CUSTOM && !points.isEmpty()) {
            faults.add("path", request.path(), TargetError.UNKNOWN_CODE, List.of(PathShape.CUSTOM.code()));
        }
        if (!points.isEmpty() && whole(request.baseline()) && whole(end())) {
            checkPoints(points);
        }
    }

    /** What comes together starts from nothing; the points say how much by the end of a year. */
    private void checkCumulative(int firstYear) {
        if (request.baseline() != null) {
            faults.add("baseline", request.baseline().year(), TargetError.VALUE_NOT_FOR_COMPARATOR, List.of());
        }
        boolean custom = shape() == PathShape.CUSTOM;
        if (request.path() != null && !custom && shape() != PathShape.LINEAR) {
            List<String> accepted = List.of(PathShape.LINEAR.code(), PathShape.CUSTOM.code());
            faults.add("path", request.path(), TargetError.UNKNOWN_CODE, accepted);
        }
        if (custom && points().isEmpty()) {
            faults.missing("points");
        } else if (!custom && !points().isEmpty()) {
            faults.add("path", request.path(), TargetError.UNKNOWN_CODE, List.of(PathShape.CUSTOM.code()));
        } else if (custom && whole(end())) {
            follow(new TargetRequest.Point(firstYear - 1, BigDecimal.ZERO), 0);
        }
    }

    private TargetRequest.Point end() {
        return new TargetRequest.Point(request.year(), request.value());
    }

    private static boolean whole(TargetRequest.Point point) {
        return point != null && point.year() != null && point.value() != null;
    }

    private void checkBaseline(int firstYear) {
        TargetRequest.Point baseline = request.baseline();
        if (baseline == null) {
            return;
        }
        if (baseline.value() == null) {
            faults.missing("baseline/value");
        }
        if (baseline.year() == null) {
            faults.missing("baseline/year");
        } else if (request.year() != null && (baseline.year() < firstYear || baseline.year() >= request.year())) {
            String accepted = firstYear + ".." + (request.year() - 1);
            faults.add("baseline/year", baseline.year(), TargetError.YEAR_OUT_OF_BOUNDS, List.of(accepted));
        }
    }

    /** A path begins at its baseline, ends at its target, and never turns back. */
    private void checkPoints(List<TargetRequest.Point> points) {
        if (whole(points.get(0)) && differs(points.get(0), request.baseline())) {
            List<String> accepted = List.of(text(request.baseline()));
            faults.add("points/0", text(points.get(0)), TargetError.PATH_NOT_FROM_BASELINE, accepted);
        }
        follow(request.baseline(), 1);
    }

    /** Points that lead from a start to the target, of which those from a number on lie behind the start. */
    private void follow(TargetRequest.Point start, int number) {
        List<TargetRequest.Point> points = points();
        if (points.size() > MOST_POINTS) {
            faults.add("points", points.size(), TargetError.PATH_NOT_A_LINE, List.of("2.." + MOST_POINTS));
            return;
        }
        for (int i = 0; i < points.size(); i++) {
            if (!whole(points.get(i))) {
                faults.missing("points/" + i);
                return;
            }
        }
        int last = points.size() - 1;
        if (differs(points.get(last), end())) {
            List<String> accepted = List.of(text(end()));
            faults.add("points/" + last, text(points.get(last)), TargetError.PATH_NOT_TO_TARGET, accepted);
        }
        int way = request.value().compareTo(start.value());
        for (int i = number; i <= last; i++) {
            TargetRequest.Point before = i == 0 ? start : points.get(i - 1);
            int step = points.get(i).value().compareTo(before.value());
            if (points.get(i).year() <= before.year() || step * way < 0) {
                faults.add("points/" + i, text(points.get(i)), TargetError.PATH_NOT_A_LINE, List.of());
            }
        }
    }

    private static boolean differs(TargetRequest.Point one, TargetRequest.Point other) {
        return !one.year().equals(other.year()) || one.value().compareTo(other.value()) != 0;
    }

    private static String text(TargetRequest.Point point) {
        return point.year() + ": " + point.value().toPlainString();
    }

    /** {@return the shape that the request names, null when it names none or an unknown one} */
    PathShape shape() {
        return request.path() == null ? null : PathShape.find(request.path()).orElse(null);
    }

    /**
     * The baseline in the unit of the indicator, after {@link #check} found nothing.
     *
     * @param unit unit of the request
     * @param own unit of the indicator
     * @param periods the period that the indicator has for a year
     * @return the baseline, or null
     */
    Target.Point baseline(Unit unit, Unit own, Function<Integer, Period> periods) {
        return request.baseline() == null ? null : point(request.baseline(), unit, own, periods);
    }

    /** The points in the unit of the indicator, after {@link #check} found nothing. */
    List<Target.Point> points(Unit unit, Unit own, Function<Integer, Period> periods) {
        return points().stream().map(point -> point(point, unit, own, periods)).toList();
    }

    private List<TargetRequest.Point> points() {
        return request.points() == null ? List.of() : request.points();
    }

    private static Target.Point point(
            TargetRequest.Point point, Unit unit, Unit own, Function<Integer, Period> periods) {
        BigDecimal value = unit.convert(point.value(), own);
        return new Target.Point(periods.apply(point.year()), value);
    }
}
