package org.finplan.risk.disclosure;

import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.institution.SourceDocument;

/**
 * What a body disclosed for a year.
 *
 * @param body its unified social credit code
 * @param year the year that is disclosed
 * @param publishedOn the day of publication
 * @param document what was published, and where it is read
 * @param reason why it is another one than was recorded for that year
 */
@Schema(name = "NewEnvironmentalDisclosure")
record DisclosureRequest(
        @Schema(examples = "91441200MA0000001U") @NotBlank String body,

        @Schema(examples = "2025") @NotNull @Min(DisclosureBodyRequest.FIRST) @Max(DisclosureBodyRequest.LAST)
        Integer year,

        @Schema(examples = "2026-03-31") @NotNull LocalDate publishedOn,
        @NotNull @Valid SourceDocument document,
        @Nullable @Size(min = 1, max = 500) String reason) {}
