package org.finplan.risk.rulebook;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A limit of a region or of an institution that is stricter than the rule's. */
@Schema(name = "RuleOverride")
record RuleOverrideRequest(
        @Schema(description = "Code of a rule in force that judges by a limit.", examples = "ML-04") @NotBlank
        String rule,

        @Schema(description = "The limit, in the unit of the rule.", examples = "3") @NotNull @PositiveOrZero
        BigDecimal limit,

        @Schema(description = "First day in force.", examples = "2026-01-01") @NotNull
        LocalDate from,

        @Schema(description = "Who set it, and where it stands.", examples = "演示样本：省级主管部门") @NotBlank @Size(max = 300)
        String authority,

        @Schema(description = "Region whose institutions it binds; the city of the plan when not given.") @Nullable
        String region,

        @Schema(
                description =
                        "Credit code of the one institution that it binds, such as a bank whose floor its supervisor"
                                + " sets. A region beside it must be its own.")
        @Nullable
        String institution,

        @Schema(description = "Loan class of the rule that it is for.") @Nullable
        String loanClass) {}
