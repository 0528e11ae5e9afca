package org.finplan.tasks.supervision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What opens a matter. */
@Schema(name = "SupervisionCauseKind")
public enum CauseKind {
    /** Somebody registered it. */
    MANUAL,
    /** A figure that was due is not there. */
    REPORT_OVERDUE,
    /** An indicator is behind its path or off it. */
    INDICATOR_BEHIND,
    /** The handling of an alert was ordered. */
    DISPOSAL_ORDERED;

    /** {@return the name on the wire and in the database} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a name.
     *
     * @param code the name on the wire
     * @return what it names
     * @throws IllegalArgumentException when it names nothing
     */
    public static CauseKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of cause: " + code));
    }
}
