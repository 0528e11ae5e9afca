package org.finplan.indicators.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whom a figure may be shown to once it is released. */
public enum Audience {
    /** Everybody. */
    PUBLIC,
    /** Those whose role and regions let them. */
    INTERNAL;

    /**
     * Finds an audience by its code.
     *
     * @param code public or internal
     * @return the audience, empty when there is none
     */
    public static Optional<Audience> find(String code) {
        return Arrays.stream(values())
                .filter(audience -> audience.code().equals(code))
                .findFirst();
    }

    /** {@return all codes} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Audience::code).toList();
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
