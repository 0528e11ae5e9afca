package org.finplan.tasks.supervision.ladder;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** In which form a step is told. */
public enum StepKind {
    /** A reminder (催办). */
    REMINDER,
    /** A letter of supervision (督办函). */
    LETTER;

    /** {@return the name on the wire and in the database} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static StepKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of step: " + code));
    }
}
