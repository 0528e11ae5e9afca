package org.finplan.risk.notice;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.notice.lifecycle.NoticeState;

/** A risk notice to the public. Moves are checked by {@link NoticeService} before they are made here. */
@Entity
@Table(name = "notice")
class Notice {

    @Id
    UUID id;

    @Version
    int version;

    NoticeState state;
    String region;
    String issuer;
    String reference;

    @Column(name = "title_zh")
    String titleZh;

    @Column(name = "title_en")
    String titleEn;

    @Column(name = "body_zh")
    String bodyZh;

    @Column(name = "body_en")
    String bodyEn;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    /** When it was published first, null before. */
    @Column(name = "published_at")
    Instant publishedAt;

    @Embedded
    Withdrawal withdrawal;

    // A map by channel: Hibernate would write a list or a set anew as a whole, and what was published is never deleted.
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "notice_publication", joinColumns = @JoinColumn(name = "notice"))
    @MapKeyColumn(name = "channel")
    Map<String, Publication> publications = new HashMap<>();

    /** For Hibernate. */
    protected Notice() {}

    Notice(UUID id, NoticeDraftRequest draft, String by, Instant at) {
        this.id = id;
        this.state = NoticeState.DRAFT;
        this.createdBy = by;
        this.createdAt = at;
        revise(draft);
    }

    /**
     * It stands on a channel.
     *
     * @param publishedAt since when
     * @param address where it is read there, or null
     * @param recordedBy subject who said so
     * @param recordedAt when the suite learned it
     */
    @Embeddable
    record Publication(
            @Column(name = "published_at") Instant publishedAt,
            String address,
            @Column(name = "recorded_by") String recordedBy,
            @Column(name = "recorded_at") Instant recordedAt) {}

    /**
     * It was taken back.
     *
     * @param reason why
     * @param by subject
     * @param at when
     */
    @Embeddable
    record Withdrawal(
            @Column(name = "withdrawal_reason") String reason,
            @Column(name = "withdrawn_by") String by,
            @Column(name = "withdrawn_at") Instant at) {}

    /** The title; a reader of English gets the Chinese one where there is no other. */
    LocalizedText title() {
        return new LocalizedText(titleZh, titleEn == null || titleEn.isBlank() ? titleZh : titleEn);
    }

    String path() {
        return "/api/v1/notices/" + id;
    }

    /** Whether the public may know of it: it was published once. */
    boolean wasPublished() {
        return publishedAt != null;
    }

    final void revise(NoticeDraftRequest draft) {
        region = draft.region();
        issuer = draft.issuer();
        reference = draft.reference();
        titleZh = draft.title().zh();
        titleEn = draft.title().en();
        bodyZh = draft.body().zh();
        bodyEn = draft.body().en();
    }

    void publish(Map<String, Publication> on) {
        state = NoticeState.PUBLISHED;
        publications.putAll(on);
        publishedAt = publications.values().stream()
                .map(Publication::publishedAt)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    void withdraw(Withdrawal taken) {
        state = NoticeState.WITHDRAWN;
        withdrawal = taken;
    }
}
