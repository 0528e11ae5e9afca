package org.finplan.risk.alert.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tells of work on an alert that moves nothing. */
@Schema(name = "AlertNote")
public record AlertNoteRequest(
        @Schema(description = "What was done or seen.", examples = "现场检查，未发现新增不良贷款。")
        @NotBlank
        @Size(max = TextLength.TEXT)
        String text,

        @Schema(description = "online when absent.") WorkMode mode,

        @Schema(description = "Day of the work when it was another than today; the note stands there.")
        LocalDate occurredOn) {

    /** {@return the work that it tells of} */
    public ReportedWork work() {
        return new ReportedWork(text, mode, occurredOn);
    }
}
