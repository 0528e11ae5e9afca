package org.finplan.risk.exit;

import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.institution.SourceDocument;

/**
 * What became of an objection.
 *
 * @param objection id of the step that records it
 * @param outcome upheld or rejected
 * @param on the day of the decision
 * @param document the document it stands in
 * @param note what else is to be said
 */
@Schema(name = "ObjectionDecision")
record ObjectionDecisionRequest(
        @Schema(examples = "018f6f2e-7c1b-7e5a-9a55-1f6f6b0c2a10") @NotNull
        UUID objection,

        @Schema(examples = "rejected") @NotBlank String outcome,
        @Schema(examples = "2026-02-20") @NotNull LocalDate on,
        @NotNull @Valid SourceDocument document,

        @Schema(examples = "演示样本，非真实数据") @Nullable @Size(min = 1, max = ExitStepRequest.LONGEST_NOTE)
        String note) {

    static final String UPHELD = "upheld";
    static final String REJECTED = "rejected";
}
