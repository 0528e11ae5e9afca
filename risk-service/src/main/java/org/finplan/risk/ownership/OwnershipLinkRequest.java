package org.finplan.risk.ownership;

import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.institution.SourceDocument;

/**
 * A link between a holder and what it holds.
 *
 * @param institution credit code of the institution in whose file it stands
 * @param owned credit code of what is held, when it is a firm higher up in the chain; otherwise the institution
 * @param holder who holds
 * @param nature shares, voting-agreement or actual-control
 * @param share of shares how many, in percent, exactly; otherwise absent
 * @param from first day
 * @param until last day, when it has one
 * @param source where it stands
 * @param reason of a correction why
 */
@Schema(name = "NewOwnershipLink")
record OwnershipLinkRequest(
        @Schema(examples = "91441200MA0000001U") @NotBlank String institution,
        @Nullable @Size(min = 1, max = 18) String owned,
        @NotNull @Valid HolderRequest holder,
        @Schema(examples = "shares") @NotBlank String nature,
        @Schema(examples = "35.5") @Nullable BigDecimal share,
        @Schema(examples = "2024-01-01") @NotNull LocalDate from,
        @Nullable LocalDate until,
        @NotNull @Valid SourceDocument source,

        @Schema(examples = "演示样本：更正") @Nullable @Size(min = 1, max = 500)
        String reason) {

    /**
     * Who holds.
     *
     * @param kind person, firm or public-body
     * @param uscc its unified social credit code, when it has one
     * @param identifier of a person what tells it from others of its name; not the number of an identity card
     * @param name its name
     */
    @Schema(name = "NewOwnershipHolder")
    record HolderRequest(
            @Schema(examples = "person") @NotBlank String kind,
            @Nullable @Size(min = 1, max = 18) String uscc,

            @Schema(examples = "SAMPLE-PERSON-1") @Nullable @Size(min = 1, max = 64)
            String identifier,

            @Schema(examples = "演示样本股东") @NotBlank @Size(max = 200)
            String name) {}

    String what() {
        return owned == null ? institution : owned;
    }
}
