package org.finplan.indicators.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whom a figure may be shown to once it is released. */
public enum Audience {
    /** Everybody. */
    PUBLIC,
    /** Those whose role and regions let them. */
    INTERNAL;

    private static final Map<String, Audience> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(Audience::code, Function.identity()));

    private final String code = name().toLowerCase(Locale.ROOT);

    /**
     * Finds an audience by its code.
     *
     * @param code public or internal
     * @return the audience, empty when there is none
     */
    public static Optional<Audience> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** {@return all codes} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Audience::code).toList();
    }

    /** {@return the name on the wire} */
    public String code() {
        return code;
    }
}
