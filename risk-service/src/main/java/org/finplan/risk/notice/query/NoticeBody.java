package org.finplan.risk.notice.query;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text in Chinese, and in English where there is one. */
@Schema(name = "NoticeBody")
public record NoticeBody(
        @Schema(examples = "演示样本：请通过正规渠道理财。") @NotBlank @Size(max = LONGEST)
        String zh,

        @Schema(examples = "Sample: invest through regular channels.") @Size(min = 1, max = LONGEST) @Nullable
        String en) {

    private static final int LONGEST = 20_000;
}
