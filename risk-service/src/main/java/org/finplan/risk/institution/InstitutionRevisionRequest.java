package org.finplan.risk.institution;

import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an entry of the register says from now on. The status has a way of its own, since it has dates.
 *
 * @param name its name
 * @param kind code of its kind
 * @param region code of the region that it belongs to
 * @param licence its licence, where there is one
 */
@Schema(name = "InstitutionRevision")
record InstitutionRevisionRequest(
        @Schema(examples = "演示样本小额贷款公司") @NotBlank @Size(max = Licence.LONGEST)
        String name,

        @Schema(examples = "microloan") @NotBlank String kind,
        @Schema(examples = "441202") @NotBlank String region,
        @Nullable @Valid Licence licence) {}
