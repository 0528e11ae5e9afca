package org.finplan.risk.institution;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The licence under which an institution does business.
 *
 * @param number its number
 * @param authority who granted it, or null when it is not known
 * @param from first day in force, or null when it is not known
 * @param until last day in force, or null when it has none
 */
@Schema(name = "InstitutionLicence")
public record Licence(
        @Schema(examples = "SAMPLE-0001") @NotBlank @Size(max = Licence.LONGEST)
        String number,

        @Schema(examples = "演示样本机关") @Nullable @Size(min = 1, max = Licence.LONGEST)
        String authority,

        @Schema(examples = "2020-01-01") @Nullable LocalDate from,
        @Schema(examples = "2029-12-31") @Nullable LocalDate until) {

    static final int LONGEST = 200;
}
