package org.finplan.risk.notice.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
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
public record NoticeView(
        UUID id,
        int version,
        String state,
        String region,
        String issuer,
        @Nullable String reference,
        NoticeTitle title,
        NoticeBody body,
        List<PublicationView> publications,
        String createdBy,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable WithdrawalView withdrawal,
        List<String> allowedActions) {

    NoticeView on(List<PublicationView> channels) {
        return new NoticeView(
                id,
                version,
                state,
                region,
                issuer,
                reference,
                title,
                body,
                channels,
                createdBy,
                createdAt,
                publishedAt,
                withdrawal,
                allowedActions);
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
    public record PublicationView(
            String channel,
            LocalizedText name,
            Instant publishedAt,
            @Nullable String address) {}

    /**
     * It was taken back.
     *
     * @param reason why
     * @param by subject
     * @param at when
     */
    @Schema(name = "NoticeWithdrawal")
    public record WithdrawalView(String reason, String by, Instant at) {}
}
