package org.finplan.risk.supervision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A record is taken back.
 *
 * @param reason why
 */
@Schema(name = "SupervisionRecordWithdrawal")
record WithdrawRecordRequest(
        @Schema(examples = "演示样本：重复录入") @NotBlank @Size(max = 500)
        String reason) {}
