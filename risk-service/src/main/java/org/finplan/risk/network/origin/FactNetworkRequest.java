package org.finplan.risk.network.origin;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which network the facts are to make. */
@Schema(name = "NewNetworkFromFacts")
record FactNetworkRequest(
        @Schema(description = "guarantee, or debt of loans and payables.", examples = "guarantee")
        @NotBlank
        @Size(max = 20)
        String kind,

        @Schema(description = "The day that it shows; today when absent.", examples = "2026-06-30") @Nullable
        LocalDate on,

        @Schema(description = "As the facts were known at this instant; now when absent.") @Nullable
        Instant knownAt) {}
