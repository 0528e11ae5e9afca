package org.finplan.indicators.series;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is made of the values of a series. The name on the wire is {@link #code()}. */
public enum Transform {
    /** Growth on the same period of the year before, in percent, computed from the levels. */
    YOY,
    /** Difference to the same period of the year before. */
    CHANGE,
    /** Sum from January on. */
    CUMULATIVE;

    /**
     * Finds a transform by its code.
     *
     * @param code such as {@code yoy}
     * @return the transform, empty when there is none
     */
    public static Optional<Transform> find(String code) {
        return Arrays.stream(values())
                .filter(transform -> transform.code().equals(code))
                .findFirst();
    }

    /** {@return all codes} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Transform::code).toList();
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
