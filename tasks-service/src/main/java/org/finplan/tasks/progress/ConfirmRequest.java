package org.finplan.tasks.progress;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a claim stands although an observation that it cites was revised or withdrawn.
 *
 * @param note the reason, in the reporter's words
 */
@Schema(name = "ConfirmEvidence")
record ConfirmRequest(
        @NotBlank @Size(max = 2000) @Schema(examples = "演示样本：修订不影响结论。")
        String note) {}
