package org.finplan.platform.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where an indicator stands. The name on the wire is {@link #code()}. */
public enum AttainmentState {
    /** The target is met, in its year or before. */
    ACHIEVED("achieved"),
    /** Well above the path. */
    AHEAD("ahead"),
    /** On the path, or inside the corridor that the printed growth spans. */
    ON_COURSE("on-course"),
    /** Short of the path. */
    BEHIND("behind"),
    /** Far short of the path, or a benchmark that is not met. */
    OFF_COURSE("off-course"),
    /** Nothing to compare with; the reason says what is missing. */
    NOT_ASSESSABLE("not-assessable"),
    /** No value for the period. */
    NO_DATA("no-data");

    private final String code;

    AttainmentState(String code) {
        this.code = code;
    }

    /**
     * The state of a name.
     *
     * @param code a name on the wire
     * @return its state
     * @throws IllegalArgumentException when no state has that name; an event with it is a dead letter
     */
    @JsonCreator
    public static AttainmentState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown attainment state " + code));
    }

    /** {@return the name on the wire} */
    @JsonValue
    public String code() {
        return code;
    }

    /** {@return whether the indicator is short of its path} */
    public boolean offPath() {
        return this == BEHIND || this == OFF_COURSE;
    }
}
