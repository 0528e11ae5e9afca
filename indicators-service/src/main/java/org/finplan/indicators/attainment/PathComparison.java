package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;
import org.finplan.indicators.target.Target;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Direction;
import org.finplan.platform.plan.IndicatorDefinition;

/** Compares the ways to a target of two of its versions. Plain Java. */
public final class PathComparison {

    private PathComparison() {}

    /**
     * What a path asks for.
     *
     * @param year the year at whose end it does
     * @param value the expected value in the unit of the indicator
     */
    public record Expected(int year, BigDecimal value) {}

    /**
     * Finds where a version asks for less than the one before.
     *
     * @param before a version of a target
     * @param after the version that is to follow it
     * @param indicator their indicator
     * @return what the path before expects of the first year of which the other expects less, or nothing; empty when there
     *     is no such year. Of bands only whether there is a path is compared
     */
    public static Optional<Expected> easierFrom(Target before, Target after, IndicatorDefinition indicator) {
        TargetPath was = TargetPath.of(before, indicator);
        TargetPath becomes = TargetPath.of(after, indicator);
        if (was == null || (becomes != null && (before.upper() != null || after.upper() != null))) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(was.startDay().getYear() + 1, was.endDay().getYear())
                .mapToObj(year -> new Expected(year, was.at(Period.ofYear(year).end())))
                .filter(expected -> becomes == null || asksForLess(becomes, expected, indicator.direction()))
                .findFirst();
    }

    private static boolean asksForLess(TargetPath path, Expected expected, Direction direction) {
        int sign = path.at(Period.ofYear(expected.year()).end()).compareTo(expected.value());
        return direction == Direction.HIGHER ? sign < 0 : sign > 0;
    }
}
