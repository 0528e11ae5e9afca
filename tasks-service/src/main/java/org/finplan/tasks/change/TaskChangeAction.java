package org.finplan.tasks.change;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What was done to a thing. */
public enum TaskChangeAction {
    /** It was there when the history began. */
    FOUND,
    /** It came into being. */
    CREATED,
    /** Something about it is otherwise. A task that the plan names no more is changed as well: it is retired, not removed. */
    CHANGED,
    /** It is gone. */
    REMOVED;

    /** {@return the code on the wire and in the database} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TaskChangeAction of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
