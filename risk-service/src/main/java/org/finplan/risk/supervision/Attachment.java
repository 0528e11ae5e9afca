package org.finplan.risk.supervision;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file that belongs to a record. It stays where it is kept; here is where that is, and what it must hash to.
 *
 * @param title what it is, or null
 * @param reference its address or number where it is kept
 * @param sha256 SHA-256 of its bytes, in small hexadecimal digits
 */
@Schema(name = "SupervisionAttachment")
record Attachment(
        @Schema(examples = "演示样本：现场检查底稿") @Nullable @Size(min = 1, max = 200)
        String title,

        @Schema(examples = "SAMPLE-FILE-1") @NotBlank @Size(max = 500)
        String reference,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @NotBlank
        @Pattern(regexp = "[0-9a-f]{64}")
        String sha256) {}
