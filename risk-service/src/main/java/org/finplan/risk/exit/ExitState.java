package org.finplan.risk.exit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far an exit is. */
enum ExitState {
    /** The institution is on the list. */
    LISTED("已列入"),
    /** The notice is published, and objections are heard. */
    NOTICED("已公告"),
    /** It was struck off; nothing follows. */
    CANCELLED("已注销"),
    /** It stays on the market; nothing follows. */
    KEPT("予以保留");

    private final String label;

    ExitState(String label) {
        this.label = label;
    }

    /** {@return the name on the wire} */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the name in Chinese} */
    String label() {
        return label;
    }

    /** {@return whether nothing follows} */
    boolean isFinal() {
        return this == CANCELLED || this == KEPT;
    }

    static Optional<ExitState> find(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(ExitState::code).toList();
    }
}
