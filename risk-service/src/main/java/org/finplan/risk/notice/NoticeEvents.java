package org.finplan.risk.notice;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.NoticePublished;
import org.finplan.platform.events.NoticeWithdrawn;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;

/** Appends to the outbox what the public may know of a notice. */
@ApplicationScoped
class NoticeEvents {

    private final Outbox outbox;

    NoticeEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void published(Notice notice, String channel, Notice.Publication publication) {
        append(
                notice,
                new NoticePublished(
                        notice.id,
                        notice.region,
                        notice.title(),
                        notice.issuer,
                        channel,
                        publication.publishedAt(),
                        publication.recordedBy()));
    }

    void withdrawn(Notice notice) {
        Notice.Withdrawal withdrawal = notice.withdrawal;
        append(
                notice,
                new NoticeWithdrawn(notice.id, notice.region, withdrawal.reason(), withdrawal.at(), withdrawal.by()));
    }

    private void append(Notice notice, EventData data) {
        outbox.append(new NewEvent(data, "notice/" + notice.id, notice.path(), notice.region));
    }
}
