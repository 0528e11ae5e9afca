package org.finplan.risk.ownership;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A link is taken back.
 *
 * @param reason why
 */
@Schema(name = "OwnershipLinkWithdrawal")
record WithdrawLinkRequest(
        @Schema(examples = "演示样本：来源有误") @NotBlank @Size(max = 500)
        String reason) {}
