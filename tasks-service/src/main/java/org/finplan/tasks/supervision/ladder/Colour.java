package org.finplan.tasks.supervision.ladder;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How grave it is, as lists show it. */
@Schema(name = "SupervisionColour")
public enum Colour {
    BLUE,
    YELLOW,
    ORANGE,
    RED;

    /** {@return the name on the wire and in the database} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a colour that was stored.
     *
     * @param code its name
     * @return what it names
     * @throws IllegalArgumentException when it names nothing
     */
    public static Colour of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
