package org.finplan.risk.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
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

/** Lets people handle alerts. Every method works in its caller's transaction and leaves a timeline entry and an audit record. */
@ApplicationScoped
class AlertService {

    private final AlertRepository alerts;
    private final TimelineRepository timeline;
    private final AlertEvents events;
    private final AuditTrail audit;
    private final RegionScope scope;
    private final Caller caller;
    private final Clock clock;

    AlertService(
            AlertRepository alerts,
            TimelineRepository timeline,
            AlertEvents events,
            AuditTrail audit,
            RegionScope scope,
            Caller caller,
            Clock clock) {
        this.alerts = alerts;
        this.timeline = timeline;
        this.events = events;
        this.audit = audit;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /** The alert, or 404 when there is none that the caller may see. */
    Alert readable(UUID id) {
        return alerts.readable(id, scope.readable())
                .orElseThrow(() -> new ProblemException(
                        WebError.NOT_FOUND, new LocalizedText("没有预警 " + id + "。", "There is no alert " + id + ".")));
    }

    Alert acknowledge(UUID id, String ifMatch, ReportedWork work) {
        Alert alert = take(id, ifMatch);
        move(alert, AlertAction.ACKNOWLEDGE, false);
        alert.acknowledge(caller.subject(), now());
        events.acknowledged(alert);
        return done(alert, AlertAction.ACKNOWLEDGE, TimelineKind.ACKNOWLEDGED, work);
    }

    Alert orderDisposal(UUID id, String ifMatch, OrderDisposalRequest order) {
        Alert alert = take(id, ifMatch);
        move(alert, AlertAction.ORDER_DISPOSAL, false);
        requireAhead("/dueOn", order.dueOn());
        alert.orderDisposal(order.responsibleUnit(), order.instruction(), order.dueOn(), caller.subject(), now());
        events.disposalOrdered(alert);
        return done(alert, AlertAction.ORDER_DISPOSAL, TimelineKind.DISPOSAL_ORDERED, order.work());
    }

    Alert recordFeedback(UUID id, String ifMatch, ReportedWork work) {
        Alert alert = take(id, ifMatch);
        move(alert, AlertAction.RECORD_FEEDBACK, true);
        alert.recordFeedback(work.text(), caller.subject(), now());
        return done(alert, AlertAction.RECORD_FEEDBACK, TimelineKind.FEEDBACK_RECORDED, work);
    }

    Alert startMonitoring(UUID id, String ifMatch, StartMonitoringRequest monitoring) {
        Alert alert = take(id, ifMatch);
        move(alert, AlertAction.START_MONITORING, false);
        requireAhead("/reviewOn", monitoring.reviewOn());
        alert.startMonitoring(monitoring.reviewOn(), caller.subject(), now());
        return done(alert, AlertAction.START_MONITORING, TimelineKind.MONITORING_STARTED, monitoring.work());
    }

    Alert close(UUID id, String ifMatch, CloseRequest closing) {
        Alert alert = take(id, ifMatch);
        move(alert, AlertAction.CLOSE, closing.hasFeedback());
        if (closing.hasFeedback()) {
            alert.recordFeedback(closing.feedback(), caller.subject(), now());
        }
        alert.close(HandlingSteps.Closure.HANDLED, caller.subject(), now());
        events.resolved(alert);
        return done(alert, AlertAction.CLOSE, TimelineKind.CLOSED, closing.work());
    }

    TimelineEntry note(UUID id, ReportedWork work) {
        Alert alert = readable(id);
        scope.requireWritable(alert.region);
        TimelineEntry entry = entry(alert, TimelineKind.NOTE, work);
        audit.record("alert.note", path(alert), alert.region, work.text());
        return entry;
    }

    private Alert take(UUID id, String ifMatch) {
        Alert alert = readable(id);
        scope.requireWritable(alert.region);
        alerts.lock(alert);
        Preconditions.requireMatch(ifMatch, EntityTags.of(alert.version));
        return alert;
    }

    private static void move(Alert alert, AlertAction action, boolean feedbackComes) {
        AlertSituation situation = alert.situation();
        Transition transition = LifeCycle.move(feedbackComes ? situation.withFeedback() : situation, action);
        if (transition instanceof Transition.FeedbackMissing) {
            throw AlertProblems.feedbackMissing();
        }
        if (transition instanceof Transition.NotAllowed refused) {
            throw AlertProblems.notAllowed(alert.state, action, refused.allowed());
        }
    }

    private Alert done(Alert alert, AlertAction action, TimelineKind kind, ReportedWork work) {
        entry(alert, kind, work);
        audit.record("alert." + action.code(), path(alert), alert.region, work.text());
        alerts.flush();
        return alert;
    }

    private TimelineEntry entry(Alert alert, TimelineKind kind, ReportedWork work) {
        if (work.occurredOn() != null && work.occurredOn().isAfter(today())) {
            throw AlertProblems.dateInFuture("/occurredOn", work.occurredOn(), today());
        }
        TimelineEntry entry = TimelineEntry.by(caller.subject(), alert, kind, work, now());
        timeline.persist(entry);
        return entry;
    }

    private void requireAhead(String pointer, LocalDate date) {
        if (date.isBefore(today())) {
            throw AlertProblems.datePassed(pointer, date, today());
        }
    }

    private static String path(Alert alert) {
        return "/api/v1/alerts/" + alert.id;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }
}
