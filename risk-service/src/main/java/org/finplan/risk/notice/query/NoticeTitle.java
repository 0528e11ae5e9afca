package org.finplan.risk.notice.query;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A title in Chinese, and in English where there is one. */
@Schema(name = "NoticeTitle")
public record NoticeTitle(
        @Schema(examples = "风险提示（演示样本）") @NotBlank @Size(max = LONGEST)
        String zh,

        @Schema(examples = "Risk notice (sample)") @Size(min = 1, max = LONGEST) @Nullable
        String en) {

    private static final int LONGEST = 200;
}
