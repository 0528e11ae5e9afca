package org.finplan.risk.ownership;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a holder has. */
enum Nature {
    /** Shares, in percent. */
    SHARES,
    /** Votes, by an agreement. */
    VOTING_AGREEMENT,
    /** Control in fact, by whatever it is. */
    ACTUAL_CONTROL;

    /** {@return the name on the wire} */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Nature> find(String code) {
        return Arrays.stream(values())
                .filter(nature -> nature.code().equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Nature::code).toList();
    }
}
