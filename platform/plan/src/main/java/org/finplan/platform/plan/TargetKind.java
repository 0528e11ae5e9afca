package org.finplan.platform.plan;

import java.util.List;

/**
 * What a target says about time: of a year, of each year, of all years together, or what a person judges. The name on the
 * wire is {@link #code()}.
 */
public sealed interface TargetKind {

    /** The names on the wire. */
    List<String> CODES = List.of("value", "yearly", "cumulative", "range", "benchmark", "qualitative");

    /** {@return the name on the wire} */
    String code();

    /**
     * Whether a value that meets one target can be held against another.
     *
     * @param other the kind of the other
     * @return whether both are of a year, or both of the same kind
     */
    default boolean isLike(TargetKind other) {
        return getClass() == other.getClass() || (ofAYear(this) && ofAYear(other));
    }

    private static boolean ofAYear(TargetKind kind) {
        return kind instanceof InYear || kind instanceof Range || kind instanceof Benchmarked;
    }

    /** A number at a year, with a path to it from the baseline. */
    record InYear() implements TargetKind {

        @Override
        public String code() {
            return "value";
        }
    }

    /** A number for each year that one was set for; the other years are open: they have no target, and no path leads over them. */
    record YearByYear() implements TargetKind {

        @Override
        public String code() {
            return "yearly";
        }
    }

    /**
     * What the years of a span bring together.
     *
     * @param accumulation how they do
     */
    record Cumulative(Accumulation accumulation) implements TargetKind {

        @Override
        public String code() {
            return "cumulative";
        }
    }

    /** A band at a year. */
    record Range() implements TargetKind {

        @Override
        public String code() {
            return "range";
        }
    }

    /** Another figure of the same period. */
    record Benchmarked() implements TargetKind {

        @Override
        public String code() {
            return "benchmark";
        }
    }

    /**
     * No number: a named organisation says whether it is met.
     *
     * @param assessor code of the organisation
     */
    record Qualitative(String assessor) implements TargetKind {

        @Override
        public String code() {
            return "qualitative";
        }
    }

    /**
     * The kind of a target of a year that says no kind.
     *
     * @param comparator how a value is held against it
     * @return range, benchmark or value
     */
    static TargetKind of(TargetComparator comparator) {
        if (comparator == TargetComparator.BETWEEN) {
            return new Range();
        }
        return comparator.isBenchmark() ? new Benchmarked() : new InYear();
    }
}
