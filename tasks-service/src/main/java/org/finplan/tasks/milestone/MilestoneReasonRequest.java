package org.finplan.tasks.milestone;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why something is undone.
 *
 * @param reason why
 */
@Schema(name = "MilestoneReason")
record MilestoneReasonRequest(
        @NotBlank @Size(max = 2000) @Schema(examples = "演示样本：登记有误")
        String reason) {}
