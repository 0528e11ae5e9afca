package org.finplan.risk.network.fact;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fact about a firm or between firms. */
@Schema(name = "NewNetworkFact")
record FactRequest(
        @Schema(description = "firm, equity, guarantee, loan, payable or arrears.", examples = "firm")
        @NotBlank
        @Size(max = 20)
        String kind,

        @Schema(
                description =
                        "What it says, by name, as in a table. firm: uscc, name, region (of the city, or outside), trade."
                                + " equity: uscc, on, amount, unit, externalAssets. guarantee: number, form (general or"
                                + " joint-and-several; general when absent), borrower, guarantors (codes with ; between"
                                + " them, each with :share or none), creditor, amount, cap, unit, loan, start, end, due,"
                                + " guaranteeUntil. loan and payable: number, debtor, creditor, amount, unit, start, end;"
                                + " of a loan security (credit, guarantee, mortgage or pledge). arrears: uscc, type (wages,"
                                + " taxes, interest or fees), start, end, amount, unit. Units are CNY, CNY_10K and CNY_100M.",
                examples = "{\"uscc\": \"91441200MA00000032\", \"name\": \"演示样本企业\", \"region\": \"441202\"}")
        @NotNull
        @Size(min = 1, max = 20)
        Map<@NotBlank String, @NotNull @Size(max = 2000) String> fields,

        @Schema(description = "Where it stands.", examples = "演示样本：合同") @NotBlank @Size(max = 500)
        String source,

        @Schema(description = "Of a correction why.", examples = "演示样本：更正") @Nullable @Size(min = 1, max = 500)
        String reason) {}
