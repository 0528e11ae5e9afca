package org.finplan.risk.institution;

import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An institution that is registered.
 *
 * @param uscc unified social credit code, 18 characters
 * @param name its name
 * @param kind code of its kind
 * @param region code of the region that it belongs to
 * @param status its status
 * @param since first day of that status
 * @param usccException why the code is lawful though its check digit does not fit; without it such a code is refused
 * @param licence its licence, where there is one
 */
@Schema(name = "NewInstitution")
record InstitutionRequest(
        @Schema(examples = "91441200MA0000001U") @NotBlank String uscc,

        @Schema(examples = "演示样本小额贷款公司") @NotBlank @Size(max = Licence.LONGEST)
        String name,

        @Schema(examples = "microloan") @NotBlank String kind,
        @Schema(examples = "441202") @NotBlank String region,
        @Schema(examples = "operating") @NotBlank String status,
        @Schema(examples = "2020-01-01") @NotNull LocalDate since,
        @Nullable @Size(min = 1, max = LONGEST_TEXT) String usccException,
        @Nullable @Valid Licence licence) {

    private static final int LONGEST_TEXT = 500;
}
