package org.finplan.risk.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * A notice as those who write and oversee notices see it.
 *
 * @param id id
 * @param version version, also its ETag
 * @param state draft, published or withdrawn
 * @param region region concerned
 * @param issuer body that issues it
 * @param reference number of the document, or null
 * @param title its title; English is null where there is none
 * @param body its text; English is null where there is none
 * @param publications the channels it stands on, in the order of publication
 * @param createdBy subject who wrote it
 * @param createdAt when
 * @param publishedAt when it was published first, or null
 * @param withdrawal why and when it was taken back, or null
 * @param allowedActions what the caller may do now
 */
@Schema(name = "Notice")
@JsonInclude(JsonInclude.Include.ALWAYS)
record NoticeView(
        UUID id,
        int version,
        String state,
        String region,
        String issuer,
        @Nullable String reference,
        NoticeRequests.Title title,
        NoticeRequests.Body body,
        List<PublicationView> publications,
        String createdBy,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Notice.Withdrawal withdrawal,
        List<String> allowedActions) {

    static NoticeView of(Notice notice, List<NoticeAction> allowed) {
        return new NoticeView(
                notice.id,
                notice.version,
                notice.state.code(),
                notice.region,
                notice.issuer,
                notice.reference,
                new NoticeRequests.Title(notice.titleZh, notice.titleEn),
                new NoticeRequests.Body(notice.bodyZh, notice.bodyEn),
                PublicationView.of(notice),
                notice.createdBy,
                notice.createdAt,
                notice.publishedAt,
                notice.withdrawal,
                allowed.stream().map(NoticeAction::code).toList());
    }

    /**
     * A channel that a notice stands on.
     *
     * @param channel code of the channel
     * @param name its name
     * @param publishedAt since when
     * @param address where it is read there, or null
     */
    @Schema(name = "NoticePublication")
    record PublicationView(
            String channel,
            LocalizedText name,
            Instant publishedAt,
            @Nullable String address) {

        static List<PublicationView> of(Notice notice) {
            return notice.publications.entrySet().stream()
                    .map(entry -> of(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparing(PublicationView::publishedAt).thenComparing(PublicationView::channel))
                    .toList();
        }

        private static PublicationView of(String channel, Notice.Publication publication) {
            return new PublicationView(
                    channel,
                    Channel.find(channel).orElseThrow().label(),
                    publication.publishedAt(),
                    publication.address());
        }
    }
}
