package org.finplan.risk.ownership;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a holder is. */
enum HolderKind {
    /** A person, with whom a chain ends. */
    PERSON,
    /** A firm, which has owners of its own. */
    FIRM,
    /** A body of the state, with whom a chain ends. */
    PUBLIC_BODY;

    /** {@return the name on the wire} */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<HolderKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(HolderKind::code).toList();
    }
}
