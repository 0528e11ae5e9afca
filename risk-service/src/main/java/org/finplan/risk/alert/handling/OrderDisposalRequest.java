package org.finplan.risk.alert.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Orders a unit to act. */
@Schema(name = "DisposalOrder")
public record OrderDisposalRequest(
        @Schema(description = "The unit that must act.", examples = "样例单位") @NotBlank @Size(max = TextLength.NAME)
        String responsibleUnit,

        @Schema(description = "What it must do.", examples = "核实数据并提出整改措施。") @NotBlank @Size(max = TextLength.TEXT)
        String instruction,

        @Schema(description = "Last day, today or later.", examples = "2099-12-31") @NotNull
        LocalDate dueOn) {

    /** {@return the work that it tells of} */
    public ReportedWork work() {
        return ReportedWork.now("%s · %s · %s".formatted(responsibleUnit, dueOn, instruction));
    }
}
