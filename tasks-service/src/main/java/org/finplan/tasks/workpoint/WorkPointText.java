package org.finplan.tasks.workpoint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * A text of a work point as it is sent.
 *
 * @param zh the text in Chinese
 * @param en the text in English; without it the Chinese one stands for it
 */
@Schema(name = "WorkPointText")
public record WorkPointText(
        @NotBlank @Size(max = 2000) @Schema(examples = "演示样本：开展绿色贷款推介会")
        String zh,

        @Size(max = 2000) @Schema(examples = "Sample: hold meetings on green loans")
        String en) {

    /** {@return the text in both languages} */
    public LocalizedText text() {
        return new LocalizedText(zh.strip(), en == null || en.isBlank() ? zh.strip() : en.strip());
    }
}
