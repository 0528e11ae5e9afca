package org.finplan.risk.alert.handling;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Takes charge of an alert. */
@Schema(name = "AlertAcknowledgement")
public record AcknowledgeRequest(
        @Schema(description = "A note for the timeline.", examples = "已联系区金融工作部门核实。") @Size(max = TextLength.TEXT)
        String note,

        @Schema(
                description =
                        "Last day for which the caller takes charge; until the handling must be ordered when absent."
                                + " After it the alert is without anybody in charge again.")
        LocalDate until) {

    /** {@return the work that it tells of} */
    public ReportedWork work() {
        return ReportedWork.now(note);
    }
}
