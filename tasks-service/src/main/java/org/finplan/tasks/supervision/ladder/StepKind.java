package org.finplan.tasks.supervision.ladder;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which form a step is told. */
@Schema(name = "SupervisionStepKind")
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
}
