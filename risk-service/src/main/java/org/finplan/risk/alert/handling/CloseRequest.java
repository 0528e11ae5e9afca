package org.finplan.risk.alert.handling;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Closes an alert. */
@Schema(name = "AlertClosing")
public record CloseRequest(
        @Schema(
                description = "What came of it; may be left out when feedback is recorded already.",
                examples = "整改已核实。")
        @Size(max = TextLength.TEXT)
        String feedback) {

    /** {@return whether feedback comes with it} */
    public boolean hasFeedback() {
        return feedback != null && !feedback.isBlank();
    }

    /** {@return the work that it tells of} */
    public ReportedWork work() {
        return ReportedWork.now(feedback);
    }
}
