package org.finplan.risk.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.NoticePublished;
import org.finplan.platform.events.NoticeWithdrawn;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Lets people write, publish and withdraw notices. Every method works in its caller's transaction and is audited. */
@ApplicationScoped
class NoticeDesk {

    private final NoticeRepository notices;
    private final NoticeRights rights;
    private final Publishing publishing;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final RegionScope scope;
    private final Caller caller;
    private final Clock clock;

    NoticeDesk(
            NoticeRepository notices,
            NoticeRights rights,
            Publishing publishing,
            Outbox outbox,
            AuditTrail audit,
            RegionScope scope,
            Caller caller,
            Clock clock) {
        this.notices = notices;
        this.rights = rights;
        this.publishing = publishing;
        this.outbox = outbox;
        this.audit = audit;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /** The notice, or 404 when there is none that the caller may see. */
    Notice readable(UUID id) {
        return notices.findByIdOptional(id)
                .filter(rights.selection(null, null)::holds)
                .orElseThrow(() -> new ProblemException(
                        WebError.NOT_FOUND, new LocalizedText("没有公告 " + id + "。", "There is no notice " + id + ".")));
    }

    Notice write(NoticeRequests.Draft draft) {
        publishing.requireRegion(draft.region());
        scope.requireWritable(draft.region(), "/region");
        Notice notice = new Notice(Identifiers.next(), draft, caller.subject(), now());
        notices.persist(notice);
        return done(notice, "notice.write", draft.title().zh());
    }

    Notice revise(UUID id, String ifMatch, NoticeRequests.Draft draft) {
        Notice notice = take(id, ifMatch, NoticeAction.REVISE);
        publishing.requireRegion(draft.region());
        scope.requireWritable(draft.region(), "/region");
        notice.revise(draft);
        return done(notice, "notice.revise", draft.title().zh());
    }

    Notice publish(UUID id, String ifMatch, NoticeRequests.Publishing request) {
        Notice notice = take(id, ifMatch, NoticeAction.PUBLISH);
        Map<String, Notice.Publication> publications =
                Publishing.on(notice, request.channels(), caller.subject(), now());
        notice.publish(publications);
        publications.forEach((channel, publication) -> {
            tell(
                    notice,
                    new NoticePublished(
                            notice.id,
                            notice.region,
                            notice.title(),
                            notice.issuer,
                            channel,
                            publication.publishedAt(),
                            publication.recordedBy()));
            audit.record("notice.publish", path(notice), notice.region, channel);
        });
        notices.flush();
        return notice;
    }

    Notice withdraw(UUID id, String ifMatch, NoticeRequests.Withdrawing request) {
        Notice notice = take(id, ifMatch, NoticeAction.WITHDRAW);
        Notice.Withdrawal withdrawal = new Notice.Withdrawal(request.reason(), caller.subject(), now());
        notice.withdraw(withdrawal);
        if (notice.wasPublished()) {
            tell(
                    notice,
                    new NoticeWithdrawn(
                            notice.id, notice.region, withdrawal.reason(), withdrawal.at(), withdrawal.by()));
        }
        return done(notice, "notice.withdraw", request.reason());
    }

    private Notice take(UUID id, String ifMatch, NoticeAction action) {
        Notice notice = readable(id);
        scope.requireWritable(notice.region);
        notices.lock(notice);
        Preconditions.requireMatch(ifMatch, EntityTags.of(notice.version));
        Publishing.requireAllowed(notice.state, action);
        return notice;
    }

    private Notice done(Notice notice, String act, String detail) {
        audit.record(act, path(notice), notice.region, detail);
        notices.flush();
        return notice;
    }

    private void tell(Notice notice, EventData data) {
        outbox.append(new NewEvent(data, "notice/" + notice.id, path(notice), notice.region));
    }

    private static String path(Notice notice) {
        return "/api/v1/notices/" + notice.id;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
