package org.finplan.indicators.target;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How binding a target is. */
public enum Nature {
    /** What the market is expected to bring about (预期性). */
    EXPECTED,
    /** What the government answers for (约束性). */
    BINDING;

    /**
     * Finds a nature by its code.
     *
     * @param code {@code expected} or {@code binding}; null finds none
     * @return the nature, empty when there is none
     */
    public static Optional<Nature> find(String code) {
        return Arrays.stream(values())
                .filter(nature -> nature.code().equals(code))
                .findFirst();
    }

    /** {@return the names on the wire} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Nature::code).toList();
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
