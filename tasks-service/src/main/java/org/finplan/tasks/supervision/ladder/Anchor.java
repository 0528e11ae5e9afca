package org.finplan.tasks.supervision.ladder;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the working days of a step are counted from. */
@Schema(name = "SupervisionAnchor")
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
