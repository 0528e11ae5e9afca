package org.finplan.tasks.supervision;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.finplan.tasks.evidence.CitingClaim;
import org.finplan.tasks.evidence.Evidence;
import org.finplan.tasks.evidence.EvidenceError;
import org.finplan.tasks.evidence.EvidenceRequest;
import org.finplan.tasks.supervision.handling.AssignRequest;
import org.finplan.tasks.supervision.handling.UrgeRequest;
import org.finplan.tasks.supervision.handling.VerifyRequest;
import org.finplan.tasks.supervision.ladder.Audience;
import org.finplan.tasks.supervision.ladder.StepKind;
import org.finplan.tasks.supervision.lifecycle.SupervisionMove;
import org.finplan.tasks.supervision.question.Question;
import org.finplan.tasks.supervision.question.Questions;
import org.finplan.tasks.supervision.reply.Replies;
import org.finplan.tasks.supervision.reply.ReplyRequest;
import org.finplan.tasks.supervision.score.Score;
import org.finplan.tasks.supervision.timeline.TimelineKind;

/** The moves that lead a matter from its registration to its score. Each works in the transaction of its resource method. */
@ApplicationScoped
class SupervisionService {

    private final SupervisionChange change;
    private final SupervisionAccess access;
    private final SupervisionEvents events;
    private final SupervisionSchedule schedule;
    private final Replies replies;
    private final Questions questions;

    SupervisionService(
            SupervisionChange change,
            SupervisionAccess access,
            SupervisionEvents events,
            SupervisionSchedule schedule,
            Replies replies,
            Questions questions) {
        this.change = change;
        this.access = access;
        this.events = events;
        this.schedule = schedule;
        this.replies = replies;
        this.questions = questions;
    }

    SupervisionView assign(UUID id, @Nullable String ifMatch, AssignRequest request) {
        return change.make(id, ifMatch, SupervisionMove.ASSIGN, (matter, now) -> {
            matter.unit = request.unit() == null ? matter.unit : request.unit();
            matter.move(SupervisionMove.ASSIGN, true, schedule.today(), now);
            events.assigned(matter, access.subject(), now);
            return new SupervisionChange.Made(TimelineKind.ASSIGNED, matter.unit, request.note());
        });
    }

    SupervisionView acknowledge(UUID id, @Nullable String ifMatch, @Nullable String note) {
        return change.make(id, ifMatch, SupervisionMove.ACKNOWLEDGE, (matter, now) -> {
            matter.move(SupervisionMove.ACKNOWLEDGE, true, schedule.today(), now);
            events.acknowledged(matter, access.subject(), now);
            return new SupervisionChange.Made(TimelineKind.ACKNOWLEDGED, null, note);
        });
    }

    SupervisionView reply(UUID id, @Nullable String ifMatch, ReplyRequest request) {
        List<Evidence> evidence =
                request.evidence().stream().map(EvidenceRequest::evidence).toList();
        replies.hold(evidence);
        return change.make(id, ifMatch, SupervisionMove.REPLY, (matter, now) -> {
            requireEvidence(matter, evidence);
            EvidenceError.requireComplete(request.evidence(), "/evidence");
            matter.replies++;
            matter.repliedBy = access.subject();
            matter.repliedOn = schedule.today();
            matter.move(SupervisionMove.REPLY, true, schedule.today(), now);
            if (matter.suspension != null) {
                questions.decide(matter.suspension, Question.WITHDRAWN, access.subject(), null, now);
                matter.suspensionAsked(null, null);
            }
            replies.add(
                    new CitingClaim(
                            CitingClaim.Kind.SUPERVISION_REPLY,
                            matter.id,
                            matter.replies,
                            matter.region,
                            matter.plan,
                            matter.task),
                    new Replies.Answer(matter.replies, request.text(), evidence, access.subject(), now));
            events.replied(matter, evidence.size(), access.subject(), now);
            return new SupervisionChange.Made(TimelineKind.REPLIED, String.valueOf(matter.replies), request.text());
        });
    }

    private static void requireEvidence(Supervision matter, List<Evidence> evidence) {
        if (matter.evidenceRequired && evidence.isEmpty()) {
            throw SupervisionError.EVIDENCE_MISSING.at("/evidence", null, List.of("observation", "document", "note"));
        }
    }

    SupervisionView verify(UUID id, @Nullable String ifMatch, VerifyRequest request) {
        return change.make(id, ifMatch, SupervisionMove.VERIFY, (matter, now) -> {
            boolean accepted = request.accepted();
            if (!accepted && (request.remark() == null || request.remark().isBlank())) {
                throw SupervisionError.REMARK_MISSING.at("/remark", request.remark(), List.of());
            }
            replies.check(matter.id, matter.replies, accepted, access.subject(), request.remark(), now);
            matter.returns += accepted ? 0 : 1;
            matter.move(SupervisionMove.VERIFY, accepted, schedule.today(), now);
            if (!accepted) {
                events.returned(matter, request.remark(), access.subject(), now);
            }
            return new SupervisionChange.Made(
                    accepted ? TimelineKind.VERIFIED : TimelineKind.RETURNED,
                    String.valueOf(matter.replies),
                    request.remark());
        });
    }

    SupervisionView close(UUID id, @Nullable String ifMatch, @Nullable String note) {
        return change.make(id, ifMatch, SupervisionMove.CLOSE, (matter, now) -> {
            matter.move(SupervisionMove.CLOSE, true, schedule.today(), now);
            matter.close(schedule.days(matter).count(matter.currentDue, matter.repliedOn), now);
            events.closed(matter, access.subject(), now);
            return new SupervisionChange.Made(TimelineKind.CLOSED, null, note);
        });
    }

    SupervisionView score(UUID id, @Nullable String ifMatch, @Nullable String note) {
        return change.make(id, ifMatch, SupervisionMove.SCORE, (matter, now) -> {
            Score score = Score.of(matter.overdueDays, matter.returns, matter.climbed.escalations);
            matter.scored(score);
            matter.move(SupervisionMove.SCORE, true, schedule.today(), now);
            return new SupervisionChange.Made(TimelineKind.SCORED, String.valueOf(score.total()), note);
        });
    }

    SupervisionView urge(UUID id, @Nullable String ifMatch, UrgeRequest request) {
        return change.make(id, ifMatch, SupervisionMove.URGE, (matter, now) -> {
            boolean letter = Boolean.TRUE.equals(request.letter());
            StepKind kind = letter ? StepKind.LETTER : StepKind.REMINDER;
            String tell = letter ? Audience.UNIT.code() + "," + Audience.UNIT_HEAD.code() : Audience.UNIT.code();
            matter.urges++;
            events.told(
                    matter,
                    new SupervisionEvents.Telling(null, kind.code(), tell, null, request.text(), access.subject(), now),
                    letter);
            return new SupervisionChange.Made(letter ? TimelineKind.LETTER : TimelineKind.URGED, tell, request.text());
        });
    }
}
