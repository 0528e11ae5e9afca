package org.finplan.risk.notice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Takes a notice back. */
@Schema(name = "NoticeWithdrawing")
record WithdrawNoticeRequest(
        @Schema(description = "Why; shown to whoever could read the notice.", examples = "演示样本：内容已更新。")
        @NotBlank
        @Size(max = LONGEST_REASON)
        String reason) {

    private static final int LONGEST_REASON = 1_000;
}
