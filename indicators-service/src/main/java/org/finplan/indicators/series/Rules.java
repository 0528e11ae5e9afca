package org.finplan.indicators.series;

import java.util.List;
import org.finplan.platform.plan.Measure;

/**
 * What may be made of a series, by what it measures. A state is its value at the end of a period; a flow adds up; a ratio is
 * never added or averaged, and of a span it is only what was delivered for it, and so is an average; a rank is only stored.
 *
 * @param frequencies to which its values may be brought
 * @param transforms which may be applied
 */
public record Rules(List<Frequency> frequencies, List<Transform> transforms) {

    private static final List<Frequency> EVERY = List.of(Frequency.values());
    private static final Rules NOTHING = new Rules(List.of(), List.of());

    /**
     * The rules of levels and shares.
     *
     * @param measure what the series measures, or null when no source says so
     * @param state whether its values are states at a day
     * @return the rules
     */
    public static Rules of(Measure measure, boolean state) {
        if (measure == null) {
            return new Rules(List.of(), List.of(Transform.YOY, Transform.CHANGE));
        }
        return switch (measure) {
            case STOCK, COUNT -> new Rules(EVERY, List.of(Transform.YOY, Transform.CHANGE));
            case FLOW -> new Rules(EVERY, List.of(Transform.values()));
            case RATIO -> new Rules(state ? EVERY : List.of(), List.of(Transform.CHANGE));
            case AVERAGE -> new Rules(List.of(), List.of(Transform.YOY, Transform.CHANGE));
            case RANK -> NOTHING;
        };
    }

    /** {@return the rules of growth, rank and all other kinds that are only stored} */
    public static Rules nothing() {
        return NOTHING;
    }
}
