package org.finplan.tasks.supervision.ladder;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How grave it is, as lists show it. */
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

    @JsonCreator
    static Colour of(String code) {
        return Arrays.stream(values())
                .filter(colour -> colour.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No colour: " + code));
    }
}
