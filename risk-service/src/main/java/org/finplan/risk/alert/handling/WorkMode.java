package org.finplan.risk.alert.handling;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How work was done: with the suite, or without it and entered afterwards. */
@Schema(name = "Mode")
public enum WorkMode {
    @JsonProperty("online")
    ONLINE,
    @JsonProperty("offline")
    OFFLINE;

    /** {@return the name on the wire, also as it is stored} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
