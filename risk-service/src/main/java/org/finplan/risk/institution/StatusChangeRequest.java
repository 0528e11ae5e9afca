package org.finplan.risk.institution;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A further status of an institution.
 *
 * @param status the status
 * @param since first day of it, not before that of the status now
 * @param reason why
 */
@Schema(name = "InstitutionStatusChange")
record StatusChangeRequest(
        @Schema(examples = "suspended") @NotBlank String status,
        @Schema(examples = "2026-01-01") @NotNull LocalDate since,

        @Schema(examples = "演示样本：整改") @Nullable @Size(min = 1, max = LONGEST_TEXT)
        String reason) {

    private static final int LONGEST_TEXT = 500;
}
