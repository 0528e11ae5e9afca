package org.finplan.tasks.milestone;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * The title of a milestone as it is sent.
 *
 * @param zh in Chinese
 * @param en in English; without it the Chinese one stands for it
 */
@Schema(name = "MilestoneTitle")
record MilestoneTitleInput(
        @NotBlank @Size(max = 400) @Schema(examples = "演示样本：方案印发")
        String zh,

        @Size(max = 400) @Schema(examples = "Sample: scheme issued")
        String en) {

    LocalizedText text() {
        return new LocalizedText(zh.strip(), en == null || en.isBlank() ? zh.strip() : en.strip());
    }
}
