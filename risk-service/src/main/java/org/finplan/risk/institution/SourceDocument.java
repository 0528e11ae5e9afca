package org.finplan.risk.institution;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The document that something known of an institution stands in.
 *
 * @param title what it is called
 * @param reference its number or address, or null when it has none
 */
@Schema(name = "SourceDocument")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SourceDocument(
        @Schema(examples = "演示样本文件") @NotBlank @Size(max = SourceDocument.LONGEST)
        String title,

        @Schema(examples = "SAMPLE-2026-1") @Nullable @Size(min = 1, max = SourceDocument.LONGEST)
        String reference) {

    static final int LONGEST = 300;
}
