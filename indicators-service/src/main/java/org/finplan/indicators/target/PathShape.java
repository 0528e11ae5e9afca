package org.finplan.indicators.target;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.finplan.platform.plan.Measure;

/** How a path runs from baseline to target. */
public enum PathShape {
    /** The same growth in percent every year. */
    COMPOUND,
    /** The same step every year. */
    LINEAR,
    /** Nothing is expected before the target's day, all of it then: a milestone. */
    STEP,
    /** The target holds from the first day after the baseline on: a line not to be crossed. */
    FLOOR,
    /** Through points that somebody set, straight between them. */
    CUSTOM;

    /**
     * The shape of an indicator whose target names none.
     *
     * @param measure what it measures
     * @return compound for amounts (stocks and flows), linear for ratios and counts
     */
    public static PathShape of(Measure measure) {
        return switch (measure) {
            case STOCK, FLOW -> COMPOUND;
            case RATIO, COUNT, RANK, AVERAGE -> LINEAR;
        };
    }

    /**
     * Finds a shape by its code.
     *
     * @param code {@code compound}, {@code linear}, {@code step}, {@code floor} or {@code custom}
     * @return the shape, empty when there is none
     */
    public static Optional<PathShape> find(String code) {
        return Arrays.stream(values())
                .filter(shape -> shape.code().equals(code))
                .findFirst();
    }

    /** {@return the names on the wire} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(PathShape::code).toList();
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
