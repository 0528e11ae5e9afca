package org.finplan.tasks.supervision.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Urges a unit.
 *
 * @param text words
 * @param letter whether it is a letter of supervision (督办函), which the head of the unit hears of too; false when absent
 */
@Schema(name = "UrgeSupervision")
public record UrgeRequest(
        @NotBlank @Size(max = 2000) @Schema(examples = "演示样本：请尽快反馈。")
        String text,

        Boolean letter) {}
