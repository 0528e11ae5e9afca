package org.finplan.risk.notice;

import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What callers send about notices. */
final class NoticeRequests {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_BODY = 20_000;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_CHANNELS = 5;

    private NoticeRequests() {}

    /** A title in Chinese, and in English where there is one. */
    @Schema(name = "NoticeTitle")
    record Title(
            @Schema(examples = "风险提示（演示样本）") @NotBlank @Size(max = LONGEST_NAME)
            String zh,

            @Schema(examples = "Risk notice (sample)") @Size(min = 1, max = LONGEST_NAME) @Nullable
            String en) {}

    /** A text in Chinese, and in English where there is one. */
    @Schema(name = "NoticeBody")
    record Body(
            @Schema(examples = "演示样本：请通过正规渠道理财。") @NotBlank @Size(max = LONGEST_BODY)
            String zh,

            @Schema(examples = "Sample: invest through regular channels.") @Size(min = 1, max = LONGEST_BODY) @Nullable
            String en) {}

    /** The content of a notice. */
    @Schema(name = "NoticeDraft")
    record Draft(
            @Schema(description = "Code of the region concerned.", examples = "441200") @NotBlank
            String region,

            @Schema(description = "Body that issues it.", examples = "演示样本单位") @NotBlank @Size(max = LONGEST_NAME)
            String issuer,

            @Schema(description = "Number of the document, where it has one.") @Size(min = 1, max = LONGEST_NAME)
            String reference,

            @NotNull @Valid Title title,
            @NotNull @Valid Body body) {}

    /** Publishes a notice. */
    @Schema(name = "NoticePublishing")
    record Publishing(
            @Schema(description = "Where it is published.") @NotNull @Size(min = 1, max = MOST_CHANNELS)
            List<@NotNull @Valid On> channels) {}

    /** One channel. */
    @Schema(name = "NoticeChannel")
    record On(
            @Schema(description = "wechat, website, television, radio or lecture.", examples = "website") @NotBlank
            String channel,

            @Schema(description = "When it was published there; now when absent.")
            Instant publishedAt,

            @Schema(description = "Where it is read there.", examples = "https://example.org/notices/1")
            @Size(min = 1, max = LONGEST_ADDRESS)
            String address) {}

    /** Takes a notice back. */
    @Schema(name = "NoticeWithdrawing")
    record Withdrawing(
            @Schema(description = "Why; shown to whoever could read the notice.", examples = "演示样本：内容已更新。")
            @NotBlank
            @Size(max = LONGEST_REASON)
            String reason) {}
}
