package org.finplan.tasks.register.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where an entry can be read, as it is sent.
 *
 * @param title title of the source
 * @param reference number or address, or null
 */
@Schema(name = "RegisterEntrySourceInput")
record EntrySourceInput(
        @NotBlank @Size(max = 1000) @Schema(examples = "演示样本文件")
        String title,

        @Size(max = 1000) @Schema(examples = "演示样本 1 号") String reference) {

    Entry.Source source() {
        return new Entry.Source(title, reference);
    }
}
