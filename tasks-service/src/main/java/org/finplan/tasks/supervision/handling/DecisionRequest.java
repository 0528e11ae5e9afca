package org.finplan.tasks.supervision.handling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Decides on a question.
 *
 * @param accepted whether it is granted
 * @param remark words; the reason of a refusal
 */
@Schema(name = "DecideSupervisionQuestion")
public record DecisionRequest(
        @NotNull @Schema(examples = "true") Boolean accepted,
        @Size(max = 2000) @Schema(examples = "演示样本：同意。") String remark) {}
