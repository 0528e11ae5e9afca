package org.finplan.tasks.register.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * The name of an entry as it is sent.
 *
 * @param zh name in Chinese
 * @param en name in English; without it the Chinese one stands for it
 */
@Schema(name = "RegisterEntryName")
record EntryNameInput(
        @NotBlank @Size(max = 400) @Schema(examples = "演示样本：企业")
        String zh,

        @Size(max = 400) String en) {

    LocalizedText text() {
        return new LocalizedText(zh.strip(), en == null || en.isBlank() ? zh.strip() : en.strip());
    }
}
