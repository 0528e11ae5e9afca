package org.finplan.tasks.milestone;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a milestone stands. */
public enum MilestoneState {
    /** Not reached yet. */
    PLANNED,
    /** Somebody said that it was reached. */
    ACHIEVED,
    /** Taken out of the plan; it stays readable. */
    REMOVED;

    /** {@return the code on the wire} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
