package org.finplan.indicators.release;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a release stands. The name on the wire is {@link #code()}. */
enum ReleaseState {
    /** Its figures wait for its time; only its authors see them. */
    STAGED,
    /** Its figures are known. */
    RELEASED,
    /** Each of its figures has a later version. */
    SUPERSEDED,
    /** It was called off before its time; its figures never become known. */
    CANCELLED;

    static Optional<ReleaseState> find(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(ReleaseState::code).toList();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
