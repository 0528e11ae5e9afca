package org.finplan.tasks.workpoint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A work point is taken back.
 *
 * @param reason why
 */
@Schema(name = "WithdrawWorkPoint")
record WithdrawRequest(
        @NotBlank @Size(max = 2000) @Schema(examples = "演示样本：并入另一项工作要点")
        String reason) {}
