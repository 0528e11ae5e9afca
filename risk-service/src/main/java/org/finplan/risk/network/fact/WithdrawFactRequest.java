package org.finplan.risk.network.fact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A fact is taken back.
 *
 * @param reason why
 */
@Schema(name = "NetworkFactWithdrawal")
record WithdrawFactRequest(
        @Schema(examples = "演示样本：来源有误") @NotBlank @Size(max = 500)
        String reason) {}
