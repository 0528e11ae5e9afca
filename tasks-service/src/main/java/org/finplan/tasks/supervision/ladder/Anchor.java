package org.finplan.tasks.supervision.ladder;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the working days of a step are counted from. */
public enum Anchor {
    /** The current deadline. */
    DUE,
    /** The day on which the state last moved. */
    MOVED;

    /** {@return the name on the wire and in the database} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
