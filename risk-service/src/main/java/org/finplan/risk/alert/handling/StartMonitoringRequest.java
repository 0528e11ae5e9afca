package org.finplan.risk.alert.handling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Starts continued monitoring. */
@Schema(name = "MonitoringStart")
public record StartMonitoringRequest(
        @Schema(description = "Day of the next look, today or later.", examples = "2099-12-31") @NotNull
        LocalDate reviewOn,

        @Schema(description = "A note for the timeline.") @Size(max = TextLength.TEXT)
        String note) {

    /** {@return the work that it tells of} */
    public ReportedWork work() {
        return ReportedWork.now(note);
    }
}
