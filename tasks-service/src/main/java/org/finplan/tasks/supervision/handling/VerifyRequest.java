package org.finplan.tasks.supervision.handling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody makes of an answer.
 *
 * @param accepted whether it is taken; otherwise it is returned
 * @param remark words; the reason of a return
 */
@Schema(name = "VerifySupervision")
public record VerifyRequest(
        @NotNull @Schema(examples = "true") Boolean accepted,
        @Size(max = 2000) @Schema(examples = "演示样本：属实。") String remark) {}
