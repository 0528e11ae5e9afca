package org.finplan.tasks.register.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The next stage of an entry.
 *
 * @param stage the stage
 * @param date since when (Asia/Shanghai), not in the future and not before the last stage
 * @param reason why; needed when a stage is skipped
 * @param decidedBy body that decided, where the register asks for that
 */
@Schema(name = "MoveRegisterEntry")
record MoveRequest(
        @NotBlank @Size(max = 64) @Schema(examples = "cultivate")
        String stage,

        @NotNull @Schema(examples = "2024-06-30") LocalDate date,

        @Size(max = 2000) @Schema(examples = "演示样本：通过初选") String reason,

        @Size(max = 400) String decidedBy) {}
