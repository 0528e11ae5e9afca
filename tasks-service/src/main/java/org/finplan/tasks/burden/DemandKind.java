package org.finplan.tasks.burden;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What asks somebody for something. */
public enum DemandKind {
    /** A leaf of a plan asks a region for its progress. */
    PROGRESS,
    /** An open supervised matter asks its unit for an answer. */
    SUPERVISION;

    /** {@return the name on the wire} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
