package org.finplan.risk.exit;

import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.institution.SourceDocument;

/**
 * An institution that is listed for its exit.
 *
 * @param institution its credit code
 * @param ground code of the ground
 * @param on the day it was listed
 * @param document the list
 * @param note what else is to be said
 */
@Schema(name = "NewInstitutionExit")
record ExitListingRequest(
        @Schema(examples = "91441200MA0000001U") @NotBlank String institution,
        @Schema(examples = "shell") @NotBlank String ground,
        @Schema(examples = "2026-01-05") @NotNull LocalDate on,
        @NotNull @Valid SourceDocument document,

        @Schema(examples = "演示样本，非真实数据") @Nullable @Size(min = 1, max = ExitStepRequest.LONGEST_NOTE)
        String note) {}
