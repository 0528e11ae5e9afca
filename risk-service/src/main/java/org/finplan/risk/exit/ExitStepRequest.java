package org.finplan.risk.exit;

import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.institution.SourceDocument;

/**
 * A step of an exit.
 *
 * @param on the day it was done, not before the last step and not in the future
 * @param document the document it stands in
 * @param note what else is to be said
 */
@Schema(name = "NewExitStep")
record ExitStepRequest(
        @Schema(examples = "2026-01-12") @NotNull LocalDate on,
        @NotNull @Valid SourceDocument document,

        @Schema(examples = "演示样本，非真实数据") @Nullable @Size(min = 1, max = LONGEST_NOTE)
        String note) {

    static final int LONGEST_NOTE = 2_000;
}
