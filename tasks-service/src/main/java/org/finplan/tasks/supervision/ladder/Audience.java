package org.finplan.tasks.supervision.ladder;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who hears of a step, in the order in which a matter climbs. */
@Schema(name = "SupervisionAudience")
public enum Audience {
    /** Whoever works on it in the unit. */
    UNIT,
    /** The head of the unit. */
    UNIT_HEAD,
    /** The office that supervises. */
    SUPERVISOR;

    /** {@return the name on the wire and in the database} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads an audience that was stored.
     *
     * @param code its name
     * @return what it names
     * @throws IllegalArgumentException when it names nothing
     */
    public static Audience of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
