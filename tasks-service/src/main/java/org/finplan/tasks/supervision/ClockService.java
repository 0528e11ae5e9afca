package org.finplan.tasks.supervision;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.time.BusinessTime;
import org.finplan.tasks.supervision.clock.Standstill;
import org.finplan.tasks.supervision.clock.TimeLimit;
import org.finplan.tasks.supervision.handling.DecisionRequest;
import org.finplan.tasks.supervision.handling.ExtensionRequest;
import org.finplan.tasks.supervision.handling.SuspendRequest;
import org.finplan.tasks.supervision.lifecycle.SupervisionMove;
import org.finplan.tasks.supervision.question.Question;
import org.finplan.tasks.supervision.question.Questions;
import org.finplan.tasks.supervision.timeline.TimelineKind;

/** Pauses and more time: asked for by the unit, decided by somebody else. Each works in the transaction of its resource method. */
@ApplicationScoped
class ClockService {

    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private final SupervisionChange change;
    private final SupervisionAccess access;
    private final SupervisionEvents events;
    private final SupervisionSchedule schedule;
    private final StepRepository steps;
    private final Questions questions;

    ClockService(
            SupervisionChange change,
            SupervisionAccess access,
            SupervisionEvents events,
            SupervisionSchedule schedule,
            StepRepository steps,
            Questions questions) {
        this.change = change;
        this.access = access;
        this.events = events;
        this.schedule = schedule;
        this.steps = steps;
        this.questions = questions;
    }

    SupervisionView suspend(UUID id, @Nullable String ifMatch, SuspendRequest request) {
        return change.make(id, ifMatch, SupervisionMove.SUSPEND, (matter, now) -> {
            requireWithin("/until", request.until(), schedule.today().plusDays(1));
            matter.suspensionAsked(
                    questions
                            .ask(
                                    matter.id,
                                    matter.region,
                                    Question.SUSPENSION,
                                    request.until(),
                                    request.reason(),
                                    access.subject(),
                                    now)
                            .id(),
                    access.subject());
            return new SupervisionChange.Made(
                    TimelineKind.SUSPENSION_ASKED, request.until().toString(), request.reason());
        });
    }

    SupervisionView decideSuspension(UUID id, @Nullable String ifMatch, DecisionRequest request) {
        return change.make(id, ifMatch, SupervisionMove.DECIDE_SUSPENSION, (matter, now) -> {
            Question question = decide(matter.suspension, request, now);
            matter.suspensionAsked(null, null);
            if (request.accepted()) {
                // The unit waits since it asked, not since somebody had time to decide.
                LocalDate from = BusinessTime.dayOf(question.askedAt());
                matter.stand(new Standstill(from, question.day()));
                reschedule(matter, "suspension", now);
            }
            return new SupervisionChange.Made(
                    request.accepted() ? TimelineKind.SUSPENSION_GRANTED : TimelineKind.SUSPENSION_REFUSED,
                    question.day().toString(),
                    request.remark());
        });
    }

    SupervisionView resume(UUID id, @Nullable String ifMatch, @Nullable String note) {
        return change.make(id, ifMatch, SupervisionMove.RESUME, (matter, now) -> {
            if (matter.suspension != null) {
                questions.decide(matter.suspension, Question.WITHDRAWN, access.subject(), note, now);
                matter.suspensionAsked(null, null);
                return new SupervisionChange.Made(TimelineKind.WITHDRAWN, Question.SUSPENSION, note);
            }
            LocalDate today = schedule.today();
            matter.resume(today);
            // Nobody needs to be told again on the day on which it would have gone on by itself.
            steps.add(List.of(LadderBatch.clockGoesOn(matter, today, today, now)));
            reschedule(matter, "resumption", now);
            return new SupervisionChange.Made(TimelineKind.RESUMED, today.toString(), note);
        });
    }

    SupervisionView requestExtension(UUID id, @Nullable String ifMatch, ExtensionRequest request) {
        return change.make(id, ifMatch, SupervisionMove.REQUEST_EXTENSION, (matter, now) -> {
            requireLater(matter, request.due());
            matter.extensionAsked(
                    questions
                            .ask(
                                    matter.id,
                                    matter.region,
                                    Question.EXTENSION,
                                    request.due(),
                                    request.reason(),
                                    access.subject(),
                                    now)
                            .id(),
                    access.subject());
            return new SupervisionChange.Made(
                    TimelineKind.EXTENSION_ASKED, request.due().toString(), request.reason());
        });
    }

    SupervisionView decideExtension(UUID id, @Nullable String ifMatch, DecisionRequest request) {
        return change.make(id, ifMatch, SupervisionMove.DECIDE_EXTENSION, (matter, now) -> {
            LocalDate previous = matter.currentDue;
            Question question = decide(matter.extension, request, now);
            matter.extensionAsked(null, null);
            if (request.accepted()) {
                requireLater(matter, question.day());
                matter.time.grant(new TimeLimit.ByDate(question.day(), schedule.today()));
                schedule.reckon(matter);
            }
            events.extensionDecided(matter, request.accepted(), previous, request.remark(), access.subject(), now);
            return new SupervisionChange.Made(
                    request.accepted() ? TimelineKind.EXTENSION_GRANTED : TimelineKind.EXTENSION_REFUSED,
                    question.day().toString(),
                    request.remark());
        });
    }

    private Question decide(UUID id, DecisionRequest request, Instant now) {
        if (!request.accepted() && (request.remark() == null || request.remark().isBlank())) {
            throw SupervisionError.REMARK_MISSING.at("/remark", request.remark(), List.of());
        }
        questions.decide(
                id, request.accepted() ? Question.GRANTED : Question.REFUSED, access.subject(), request.remark(), now);
        return questions.get(id);
    }

    private void reschedule(Supervision matter, String reason, Instant now) {
        LocalDate previous = matter.currentDue;
        schedule.reckon(matter);
        if (!matter.currentDue.equals(previous)) {
            events.rescheduled(matter, reason, previous, now);
        }
    }

    private void requireLater(Supervision matter, LocalDate due) {
        if (!due.isAfter(matter.currentDue)) {
            throw SupervisionError.EXTENSION_NOT_LATER.at(
                    "/due", due.toString(), List.of(matter.currentDue.plusDays(1) + "/.."));
        }
        requireWithin("/due", due, schedule.today());
    }

    private void requireWithin(String pointer, LocalDate day, LocalDate earliest) {
        SupervisionError wrong = day.isBefore(earliest)
                ? SupervisionError.DATE_PASSED
                : day.isAfter(LATEST) ? SupervisionError.DATE_TOO_LATE : null;
        if (wrong != null) {
            throw wrong.at(pointer, day.toString(), List.of(earliest + "/" + LATEST));
        }
    }
}
