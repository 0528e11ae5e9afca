package org.finplan.risk.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Publishes a notice. */
@Schema(name = "NoticePublishing")
record PublishNoticeRequest(
        @Schema(description = "Where it is published.") @NotNull @Size(min = 1, max = MOST_CHANNELS)
        List<@NotNull @Valid On> channels) {

    private static final int MOST_CHANNELS = 5;
    private static final int LONGEST_ADDRESS = 500;

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
}
