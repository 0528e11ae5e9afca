package org.finplan.indicators.target;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetKind;

/**
 * One version of a target.
 *
 * @param id the same for all versions
 * @param version 1, 2, 3 …
 * @param key what it is for
 * @param period the period it is about: a day for states, a year for flows
 * @param kind what it says about time
 * @param comparator how a value is held against it
 * @param value the number in {@code unit}, of a band the lower end; null for a benchmark, and where a person judges
 * @param upper the upper end of a band, or null
 * @param unit the unit of the indicator
 * @param baseline where the path starts, or null for a target without one
 * @param path how the path runs, or null for what is usual
 * @param points the points of a custom path, from the baseline to the target; of a cumulative target what is to have come
 *     together by the end of a year; empty for every other shape
 * @param nature how binding it is, or null when no source says so
 * @param printed as printed, or null
 * @param clause clause of the plan, or null
 * @param reason why this version followed the one before, or null for a first one
 * @param recordedAt when the suite learned it
 * @param recordedBy who recorded it
 * @param planVersion the version of the plan that this version of the target belongs to
 */
public record Target(
        UUID id,
        int version,
        TargetKey key,
        Period period,
        TargetKind kind,
        TargetComparator comparator,
        BigDecimal value,
        BigDecimal upper,
        String unit,
        Point baseline,
        PathShape path,
        List<Point> points,
        Nature nature,
        String printed,
        String clause,
        String reason,
        Instant recordedAt,
        String recordedBy,
        int planVersion) {

    /**
     * A point of a path.
     *
     * @param period the period it is about
     * @param value the value in the unit of the target
     */
    public record Point(Period period, BigDecimal value) {}

    /** Copies the points. */
    public Target {
        points = List.copyOf(points);
    }

    /**
     * The same content as a version of a target.
     *
     * @param of id of the target
     * @param number 1, 2, 3 …
     * @param why why it follows the version before, or null for a first one
     * @param at when the suite learned it
     * @param by who recorded it
     * @param ofPlan the version of the plan that it belongs to
     * @return the version
     */
    public Target as(UUID of, int number, String why, Instant at, String by, int ofPlan) {
        return new Target(
                of,
                number,
                key,
                period,
                kind,
                comparator,
                value,
                upper,
                unit,
                baseline,
                path,
                points,
                nature,
                printed,
                clause,
                why,
                at,
                by,
                ofPlan);
    }

    /**
     * Whether another version demands the same, with the same path and in the same words.
     *
     * @param other the other
     * @return whether it does, however many decimals its numbers are written with
     */
    public boolean saysSame(Target other) {
        return content().equals(other.content());
    }

    private Target content() {
        return new Target(
                null,
                0,
                key,
                period,
                kind,
                comparator,
                plain(value),
                plain(upper),
                unit,
                plain(baseline),
                path,
                points.stream().map(Target::plain).toList(),
                nature,
                printed,
                clause,
                null,
                null,
                null,
                0);
    }

    private static Point plain(Point point) {
        return point == null ? null : new Point(point.period(), plain(point.value()));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    /**
     * Whether a value meets the target.
     *
     * @param actual the value
     * @return whether it does; of a target that is no benchmark
     */
    public boolean isMet(BigDecimal actual) {
        return comparator.isMet(actual, value, upper);
    }

    /** {@return whether it is the one that is judged} */
    public boolean primary() {
        return key.variant().equals(TargetKey.MAIN);
    }
}
