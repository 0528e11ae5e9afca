package org.finplan.risk.network.removal;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Under which bound the impact of a component is to be brought. */
@Schema(name = "NewCheapestRemovals")
record RemovalRequest(
        @Schema(description = "Number of the component, as components counts them from 0.", examples = "0") @NotNull
        Integer component,

        @Schema(
                description =
                        "Largest impact of a single failure that is wanted, 0 to 1, with weights that add up to 1 in the"
                                + " component.",
                examples = "0.2")
        @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        BigDecimal bound,

        @Schema(
                description = "How distress spreads; linear-debtrank, which is also meant when absent.",
                examples = "linear-debtrank")
        @Nullable
        @Size(max = 40)
        String method) {}
