package org.finplan.risk.alert;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.finplan.platform.planversion.archived.ArchivedPlans;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.alert.deadline.ResponseTimes;
import org.finplan.risk.alert.handling.AcknowledgeRequest;
import org.finplan.risk.alert.handling.AlertProblems;
import org.finplan.risk.alert.handling.CloseRequest;
import org.finplan.risk.alert.handling.HandlingSteps;
import org.finplan.risk.alert.handling.OrderDisposalRequest;
import org.finplan.risk.alert.handling.ReportedWork;
import org.finplan.risk.alert.handling.StartMonitoringRequest;
import org.finplan.risk.alert.lifecycle.AlertAction;
import org.finplan.risk.alert.lifecycle.AlertSituation;
import org.finplan.risk.alert.lifecycle.LifeCycle;
import org.finplan.risk.alert.lifecycle.Transition;
import org.finplan.risk.alert.query.AlertQueryService;
import org.finplan.risk.alert.query.AlertView;
import org.finplan.risk.alert.timeline.TimelineKind;
import org.finplan.risk.alert.timeline.TimelineService;
import org.finplan.risk.alert.timeline.TimelineView;
import org.finplan.risk.rule.Subject;

/**
 * Lets people handle alerts. Every method works in the transaction of its resource method and reads downwards: take the
 * alert, check the move, make it, append its event, leave a timeline entry and an audit record, answer.
 */
@ApplicationScoped
class AlertService {

    private final AlertRepository alerts;
    private final AlertEvents events;
    private final AlertDeadlines deadlines;
    private final TimelineService timeline;
    private final AlertQueryService query;
    private final AuditTrail audit;
    private final ArchivedPlans archived;
    private final RegionScope scope;
    private final Caller caller;
    private final Clock clock;

    AlertService(
            AlertRepository alerts,
            AlertEvents events,
            AlertDeadlines deadlines,
            TimelineService timeline,
            AlertQueryService query,
            AuditTrail audit,
            ArchivedPlans archived,
            RegionScope scope,
            Caller caller,
            Clock clock) {
        this.alerts = alerts;
        this.events = events;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.query = query;
        this.audit = audit;
        this.archived = archived;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    AlertView acknowledge(UUID id, String ifMatch, AcknowledgeRequest acknowledgement) {
        Alert alert = take(id, ifMatch);
        requireMove(alert.situation(), AlertAction.ACKNOWLEDGE);
        Instant now = now();
        Instant planned = deadlines.accepted(alert, now);
        alert.acknowledge(caller.subject(), now, until(acknowledgement.until(), planned));
        events.acknowledged(alert);
        return recorded(alert, AlertAction.ACKNOWLEDGE, TimelineKind.ACKNOWLEDGED, acknowledgement.work());
    }

    /** Nobody takes charge for longer than the handling may wait. */
    private Instant until(@Nullable LocalDate day, Instant planned) {
        if (day == null) {
            return planned;
        }
        requireAhead("/until", day);
        LocalDate last = BusinessTime.dayOf(planned.minusNanos(1));
        if (day.isAfter(last)) {
            throw AlertProblems.tooLong("/until", day, BusinessTime.today(clock), last);
        }
        Instant end = ResponseTimes.endOf(day);
        return end.isBefore(planned) ? end : planned;
    }

    AlertView orderDisposal(UUID id, String ifMatch, OrderDisposalRequest order) {
        Alert alert = take(id, ifMatch);
        requireMove(alert.situation(), AlertAction.ORDER_DISPOSAL);
        requireAhead("/dueOn", order.dueOn());
        alert.orderDisposal(order.responsibleUnit(), order.instruction(), order.dueOn(), caller.subject(), now());
        deadlines.answered(alert, ResponseTimes.endOf(order.dueOn()));
        events.disposalOrdered(alert);
        return recorded(alert, AlertAction.ORDER_DISPOSAL, TimelineKind.DISPOSAL_ORDERED, order.work());
    }

    AlertView recordFeedback(UUID id, String ifMatch, ReportedWork work) {
        Alert alert = take(id, ifMatch);
        requireMove(alert.situation().withFeedback(), AlertAction.RECORD_FEEDBACK);
        alert.recordFeedback(work.text(), caller.subject(), now());
        deadlines.answered(alert, null);
        return recorded(alert, AlertAction.RECORD_FEEDBACK, TimelineKind.FEEDBACK_RECORDED, work);
    }

    AlertView startMonitoring(UUID id, String ifMatch, StartMonitoringRequest monitoring) {
        Alert alert = take(id, ifMatch);
        requireMove(alert.situation(), AlertAction.START_MONITORING);
        requireAhead("/reviewOn", monitoring.reviewOn());
        alert.startMonitoring(monitoring.reviewOn(), caller.subject(), now());
        return recorded(alert, AlertAction.START_MONITORING, TimelineKind.MONITORING_STARTED, monitoring.work());
    }

    AlertView close(UUID id, String ifMatch, CloseRequest closing) {
        Alert alert = take(id, ifMatch);
        AlertSituation situation = alert.situation();
        requireMove(closing.hasFeedback() ? situation.withFeedback() : situation, AlertAction.CLOSE);
        if (closing.hasFeedback()) {
            alert.recordFeedback(closing.feedback(), caller.subject(), now());
        }
        alert.close(HandlingSteps.Closure.HANDLED, caller.subject(), now());
        events.resolved(alert);
        return recorded(alert, AlertAction.CLOSE, TimelineKind.CLOSED, closing.work());
    }

    TimelineView note(UUID id, ReportedWork work) {
        requireWritable(id);
        Alert alert = alerts.findById(id);
        TimelineView note = timeline.recordWork(alert.moment(), TimelineKind.NOTE, work);
        audit.record("alert.note", alert.path(), alert.region, work.text());
        return note;
    }

    private Alert take(UUID id, String ifMatch) {
        requireWritable(id);
        Alert alert = alerts.lock(id).orElseThrow(() -> AlertProblems.notFound(id));
        Preconditions.requireMatch(ifMatch, query.get(id).tag());
        return alert;
    }

    private void requireWritable(UUID id) {
        AlertView alert = query.get(id);
        scope.requireWritable(alert.region());
        if (Subject.isOfPlan(alert.rule(), alert.institution())) {
            archived.requireOpen(alert.plan());
        }
    }

    private static void requireMove(AlertSituation situation, AlertAction action) {
        Transition transition = LifeCycle.move(situation, action);
        if (transition instanceof Transition.FeedbackMissing) {
            throw AlertProblems.feedbackMissing();
        }
        if (transition instanceof Transition.NotAllowed refused) {
            throw AlertProblems.notAllowed(situation.state(), action, refused.allowed());
        }
    }

    private void requireAhead(String pointer, LocalDate date) {
        LocalDate today = BusinessTime.today(clock);
        if (date.isBefore(today)) {
            throw AlertProblems.datePassed(pointer, date, today);
        }
    }

    /** Flushes first: the timeline and the answer are SQL, which sees only what is written. */
    private AlertView recorded(Alert alert, AlertAction action, TimelineKind kind, ReportedWork work) {
        alerts.flush();
        timeline.recordWork(alert.moment(), kind, work);
        audit.record("alert." + action.code(), alert.path(), alert.region, work.text());
        return query.get(alert.id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
