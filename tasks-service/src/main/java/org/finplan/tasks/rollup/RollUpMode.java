package org.finplan.tasks.rollup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How what is below a branch is put together. */
public enum RollUpMode {
    /** The leaves are counted by state. What holds until somebody sets something else. */
    COUNTS,
    /** What is directly below is weighed by the weights that the city set. */
    WEIGHTS,
    /** Not at all. */
    NONE;

    /** {@return the name on the wire and in the database} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RollUpMode of(String code) {
        return Arrays.stream(values())
                .filter(mode -> mode.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No mode of a roll-up: " + code));
    }
}
