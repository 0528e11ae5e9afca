package org.finplan.risk.alert.lifecycle;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an alert stands in the closed loop of the plan (ch4.s9.2). */
public enum AlertState {
    /** A rule is broken and nobody took charge. */
    RAISED("monitor_warn"),
    /** Somebody took charge. */
    ACKNOWLEDGED("monitor_warn"),
    /** A unit was ordered to act. */
    DISPOSING("handle_feedback"),
    /** It was handled and is watched further. */
    MONITORING("continued_monitoring"),
    /** It left the loop; a new breach brings it back. */
    CLOSED(null);

    private final String stage;

    AlertState(String stage) {
        this.stage = stage;
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the stage of the plan's closed loop (code list closed_loop_stage), or null outside the loop} */
    public String stage() {
        return stage;
    }

    /**
     * Reads a name from the wire.
     *
     * @param code such as {@code raised}
     * @return the state, empty when there is none of that name
     */
    public static Optional<AlertState> find(String code) {
        return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
