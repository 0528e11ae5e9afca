package org.finplan.risk.notice.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.notice.query.NoticeBody;
import org.finplan.risk.notice.query.NoticeTitle;
import org.finplan.risk.notice.query.NoticeView;

/**
 * A notice as everybody sees it. That it was taken back is as public as it was itself: its title stays with the reason,
 * its text does not.
 *
 * @param id id
 * @param version version, also its ETag
 * @param state published or withdrawn
 * @param region region concerned
 * @param issuer body that issues it: the source of what it says
 * @param reference number of the document, or null
 * @param title its title; English is null where there is none
 * @param body its text, null when it was withdrawn
 * @param publications the channels it stands on, in the order of publication
 * @param publishedAt when it was published first
 * @param withdrawnAt when it was taken back, or null
 * @param withdrawalReason why, or null
 */
@Schema(name = "PublicNotice")
@JsonInclude(JsonInclude.Include.ALWAYS)
record PublicNoticeView(
        UUID id,
        int version,
        String state,
        String region,
        String issuer,
        @Nullable String reference,
        NoticeTitle title,
        @Nullable NoticeBody body,
        List<NoticeView.PublicationView> publications,
        Instant publishedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalReason) {

    static PublicNoticeView of(NoticeView notice) {
        NoticeView.WithdrawalView withdrawal = notice.withdrawal();
        return new PublicNoticeView(
                notice.id(),
                notice.version(),
                notice.state(),
                notice.region(),
                notice.issuer(),
                notice.reference(),
                notice.title(),
                withdrawal == null ? notice.body() : null,
                notice.publications(),
                notice.publishedAt(),
                withdrawal == null ? null : withdrawal.at(),
                withdrawal == null ? null : withdrawal.reason());
    }
}
