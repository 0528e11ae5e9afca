package org.finplan.risk.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.notice.query.NoticeBody;
import org.finplan.risk.notice.query.NoticeTitle;

/** The content of a notice. */
@Schema(name = "NoticeDraft")
record NoticeDraftRequest(
        @Schema(description = "Code of the region concerned.", examples = "441200") @NotBlank
        String region,

        @Schema(description = "Body that issues it.", examples = "演示样本单位") @NotBlank @Size(max = LONGEST_NAME)
        String issuer,

        @Schema(description = "Number of the document, where it has one.") @Size(min = 1, max = LONGEST_NAME)
        String reference,

        @NotNull @Valid NoticeTitle title,
        @NotNull @Valid NoticeBody body) {

    private static final int LONGEST_NAME = 200;
}
