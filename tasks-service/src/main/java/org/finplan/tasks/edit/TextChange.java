package org.finplan.tasks.edit;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * A text that a work point is to have.
 *
 * @param zh the text in Chinese
 * @param en the text in English; without it the Chinese one stands for it
 */
@Schema(name = "WorkPointTextChange")
record TextChange(
        @NotBlank @Size(max = 2000) String zh,
        @Size(max = 2000) String en) {

    static @Nullable LocalizedText text(@Nullable TextChange change) {
        if (change == null) {
            return null;
        }
        String zh = change.zh.strip();
        return new LocalizedText(zh, change.en == null || change.en.isBlank() ? zh : change.en.strip());
    }
}
