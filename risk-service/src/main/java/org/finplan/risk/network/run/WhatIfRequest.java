package org.finplan.risk.network.run;

import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Edges to be taken away, replaced or added in a copy of a network, and a contagion to be run with and without that. */
@Schema(name = "NewWhatIf")
record WhatIfRequest(
        @Schema(description = "Edges that go.") @Nullable @Size(max = 1000)
        List<@NotNull @Valid EdgeOfWhatIf> remove,

        @Schema(description = "Edges that become others.") @Nullable @Size(max = 1000)
        List<@NotNull @Valid ReplacedEdge> replace,

        @Schema(description = "Edges that are new.") @Nullable @Size(max = 1000)
        List<@NotNull @Valid AddedEdge> add,

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
                                + " a clearing. Firms that are not named lose nothing. When absent the firm fails whose failure does"
                                + " most in the components whose edges differ, by linear DebtRank.",
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
        implements SentScenario {

    /** The edge between two firms. */
    @Schema(name = "WhatIfEdge")
    record EdgeOfWhatIf(
            @Schema(description = "Guarantor or debtor.", examples = "演示样本-A") @NotBlank @Size(max = 100)
            String from,

            @Schema(description = "Borrower or creditor.", examples = "演示样本-B") @NotBlank @Size(max = 100)
            String to,

            @Schema(description = "Its amount; all edges between the two when absent.", examples = "4") @Nullable
            BigDecimal amount) {}

    /** What an edge becomes. */
    @Schema(name = "WhatIfReplacement")
    record ReplacedEdge(
            @Schema(description = "Guarantor or debtor until now.", examples = "演示样本-C") @NotBlank @Size(max = 100)
            String from,

            @Schema(description = "Borrower or creditor.", examples = "演示样本-A") @NotBlank @Size(max = 100)
            String to,

            @Schema(
                    description = "Guarantor or debtor from then on, in the same contract; the same when absent.",
                    examples = "演示样本-D")
            @Nullable
            @Size(min = 1, max = 100)
            String by,

            @Schema(
                    description = "Amount from then on, of all edges between the two together; the same when absent.",
                    examples = "2")
            @Nullable
            BigDecimal amount) {}

    /** An edge that is new. */
    @Schema(name = "WhatIfAddition")
    record AddedEdge(
            @Schema(description = "Guarantor or debtor.", examples = "演示样本-A") @NotBlank @Size(max = 100)
            String from,

            @Schema(description = "Borrower or creditor.", examples = "演示样本-B") @NotBlank @Size(max = 100)
            String to,

            @Schema(description = "Its amount.", examples = "2") @NotNull
            BigDecimal amount) {}
}
