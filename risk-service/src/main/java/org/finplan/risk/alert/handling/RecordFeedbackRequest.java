package org.finplan.risk.alert.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Records what came of the handling. */
@Schema(name = "DisposalFeedback")
public record RecordFeedbackRequest(
        @Schema(description = "The result.", examples = "已完成核查，落实整改。") @NotBlank @Size(max = TextLength.TEXT)
        String feedback,

        @Schema(description = "online when absent.") WorkMode mode,

        @Schema(description = "Day of the work when it was another than today.")
        LocalDate occurredOn) {

    /** {@return the work that it tells of} */
    public ReportedWork work() {
        return new ReportedWork(feedback, mode, occurredOn);
    }
}
