package org.finplan.risk.supervision;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount that a record speaks of.
 *
 * @param of what it is the amount of
 * @param value in yuan
 */
@Schema(name = "SupervisionAmount")
record SupervisionAmount(
        @Schema(examples = "演示样本：账外贷款") @NotBlank @Size(max = 200)
        String of,

        @Schema(examples = "1250000.00") @NotNull @Digits(integer = 18, fraction = 4)
        BigDecimal value) {}
