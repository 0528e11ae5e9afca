package org.finplan.risk.disclosure;

import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.institution.SourceDocument;

/**
 * A body that must disclose, of a class whose bodies are named.
 *
 * @param bodyClass code of its class
 * @param name its name
 * @param region code of the region that it belongs to
 * @param fromYear first year that it must disclose
 * @param untilYear last such year, when it is known
 * @param source why it must
 * @param reason of a change why
 */
@Schema(name = "NewDisclosureBody")
record DisclosureBodyRequest(
        @Schema(examples = "securities-issuer") @NotBlank String bodyClass,

        @Schema(examples = "演示样本股份公司") @NotBlank @Size(max = 200)
        String name,

        @Schema(examples = "441202") @NotBlank String region,

        @Schema(examples = "2024") @NotNull @Min(DisclosureBodyRequest.FIRST) @Max(DisclosureBodyRequest.LAST)
        Integer fromYear,

        @Nullable @Min(DisclosureBodyRequest.FIRST) @Max(DisclosureBodyRequest.LAST)
        Integer untilYear,

        @NotNull @Valid SourceDocument source,

        @Schema(examples = "演示样本：更正") @Nullable @Size(min = 1, max = 500)
        String reason) {

    static final int FIRST = 2000;
    static final int LAST = 2200;
}
