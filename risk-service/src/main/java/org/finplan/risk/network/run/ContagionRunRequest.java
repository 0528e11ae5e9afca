package org.finplan.risk.network.run;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contagion to be run in a stored network. */
@Schema(name = "NewContagionRun")
record ContagionRunRequest(
        @Schema(description = "Id of the network.", examples = "01900000-0000-7000-8000-0000000000a1") @NotNull
        UUID network,

        @Schema(
                description = "cascade, debtrank, linear-debtrank or nonlinear-debtrank; in a network of debts also"
                        + " eisenberg-noe and rogers-veraart.",
                examples = "linear-debtrank")
        @NotBlank
        @Size(max = 40)
        String method,

        @Schema(
                description =
                        "By firm the share of its equity that it loses from outside, 0 to 1; of its outside assets in"
                                + " a clearing. Firms that are not named lose nothing.",
                examples = "{\"演示样本-A\": 1}")
        @Nullable
        Map<String, BigDecimal> shock,

        @Schema(description = "Share of each loss that comes back, 0 to 1; 0 when absent.", examples = "0") @Nullable
        BigDecimal recovery,

        @Schema(
                description = "rogers-veraart: share of its assets that a failed firm realises, 0 to 1;"
                        + " nonlinear-debtrank: how late stress is passed on, 0 to 100. 1 when absent.",
                examples = "1")
        @Nullable
        BigDecimal alpha,

        @Schema(
                description = "rogers-veraart: share of its claims that a failed firm realises, 0 to 1; 1 when absent.",
                examples = "1")
        @Nullable
        BigDecimal beta,

        @Schema(
                description = "Largest increment left aside where it is iterated, 1e-15 to 0.01; 1e-9 when absent.",
                examples = "0.000000001")
        @Nullable
        BigDecimal tolerance,

        @Schema(
                description = "linear-debtrank: exact, or iterated as the paper defines it; exact when absent.",
                examples = "exact")
        @Nullable
        @Size(max = 20)
        String solver,

        @Schema(
                description = "Joint guarantees: worst-case takes each guarantor in full, expected by its share;"
                        + " worst-case when absent.",
                examples = "worst-case")
        @Nullable
        @Size(max = 20)
        String joint,

        @Schema(
                description =
                        "Clearing: creditors outside are paid pari-passu with those in the network, or are senior;"
                                + " pari-passu when absent.",
                examples = "pari-passu")
        @Nullable
        @Size(max = 20)
        String seniority)
        implements SentScenario {}
