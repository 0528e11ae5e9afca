package org.finplan.risk.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.notice.lifecycle.NoticeAction;
import org.finplan.risk.notice.query.NoticeQueryService;
import org.finplan.risk.notice.query.NoticeView;

/**
 * Lets people write, publish and withdraw notices. Where a method does not begin a transaction, its resource method does,
 * because the answer is kept with the effect.
 */
@ApplicationScoped
class NoticeService {

    private final NoticeRepository notices;
    private final NoticeEvents events;
    private final NoticeQueryService query;
    private final PlanRegister plans;
    private final AuditTrail audit;
    private final RegionScope scope;
    private final Caller caller;
    private final Clock clock;

    NoticeService(
            NoticeRepository notices,
            NoticeEvents events,
            NoticeQueryService query,
            PlanRegister plans,
            AuditTrail audit,
            RegionScope scope,
            Caller caller,
            Clock clock) {
        this.notices = notices;
        this.events = events;
        this.query = query;
        this.plans = plans;
        this.audit = audit;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    NoticeView write(NoticeDraftRequest draft) {
        requireWritable(draft.region());
        Notice notice = new Notice(Identifiers.next(), draft, caller.subject(), now());
        notices.persist(notice);
        audit.record("notice.write", notice.path(), notice.region, draft.title().zh());
        return answer(notice);
    }

    @Transactional
    NoticeView revise(UUID id, String ifMatch, NoticeDraftRequest draft) {
        Notice notice = take(id, ifMatch, NoticeAction.REVISE);
        requireWritable(draft.region());
        notice.revise(draft);
        audit.record(
                "notice.revise", notice.path(), notice.region, draft.title().zh());
        return answer(notice);
    }

    NoticeView publish(UUID id, String ifMatch, PublishNoticeRequest request) {
        Notice notice = take(id, ifMatch, NoticeAction.PUBLISH);
        Map<String, Notice.Publication> publications = NewPublications.of(notice, request, caller.subject(), now());
        notice.publish(publications);
        publications.forEach((channel, publication) -> {
            events.published(notice, channel, publication);
            audit.record("notice.publish", notice.path(), notice.region, channel);
        });
        return answer(notice);
    }

    NoticeView withdraw(UUID id, String ifMatch, WithdrawNoticeRequest request) {
        Notice notice = take(id, ifMatch, NoticeAction.WITHDRAW);
        notice.withdraw(new Notice.Withdrawal(request.reason(), caller.subject(), now()));
        if (notice.wasPublished()) {
            events.withdrawn(notice);
        }
        audit.record("notice.withdraw", notice.path(), notice.region, request.reason());
        return answer(notice);
    }

    private Notice take(UUID id, String ifMatch, NoticeAction action) {
        scope.requireWritable(query.get(id).region());
        Notice notice = notices.lock(id).orElseThrow(() -> NoticeQueryService.notFound(id));
        Preconditions.requireMatch(ifMatch, EntityTags.of(notice.version));
        if (!notice.state.allowed().contains(action)) {
            throw NoticeProblems.notAllowed(notice.state, action);
        }
        return notice;
    }

    private void requireWritable(String region) {
        List<String> known = plans.regionCodes();
        if (!known.contains(region)) {
            throw NoticeProblems.unknownRegion(
                    region, known.stream().filter(scope.writable()::contains).toList());
        }
        scope.requireWritable(region, "/region");
    }

    /** Flushes first: the answer is SQL, which sees only what is written. */
    private NoticeView answer(Notice notice) {
        notices.flush();
        return query.get(notice.id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
