package org.finplan.risk.rulebook.definition;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who acts on a breach: the local bureau itself, or another supervisor to which it is referred. */
public enum Authority {
    LOCAL_BUREAU,
    REFER;

    /** {@return the name on the wire, such as {@code local-bureau}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a name from the wire.
     *
     * @param code such as {@code refer}
     * @return the authority, empty when there is none of that name
     */
    public static Optional<Authority> find(String code) {
        return Stream.of(values()).filter(value -> value.code().equals(code)).findFirst();
    }
}
