package org.finplan.risk.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.risk.alert.handling.HandlingSteps;
import org.finplan.risk.alert.lifecycle.AlertSituation;
import org.finplan.risk.alert.lifecycle.VerdictEffect;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Rule;
import org.finplan.risk.rule.Subject;

/** Lets alerts follow what the rules find. Works in the transaction of the event that brought the figure. */
@ApplicationScoped
public class AlertRaisingService {

    private final AlertRepository alerts;
    private final TimelineRepository timeline;
    private final AlertEvents events;
    private final Clock clock;

    AlertRaisingService(AlertRepository alerts, TimelineRepository timeline, AlertEvents events, Clock clock) {
        this.alerts = alerts;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Follows a finding. The same finding again changes nothing.
     *
     * @param rule the rule
     * @param subject what it judged
     * @param newest its finding for the newest period that could be judged, empty when none can be judged any more
     * @param title title for an alert that has to be raised
     * @param cause id of the event that caused this
     */
    public void follow(Rule rule, Subject subject, Optional<Finding> newest, LocalizedText title, UUID cause) {
        Alert alert = alerts.lock(subject).orElse(null);
        Evidence evidence = newest.map(Evidence::of).orElse(null);
        if (alert != null && alert.evidence.equals(evidence)) {
            return;
        }
        AlertSituation before = alert == null ? null : alert.situation();
        VerdictEffect effect =
                VerdictEffect.of(before, newest.map(Finding::verdict).orElse(null));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (effect instanceof VerdictEffect.Raise raise) {
            Alert raised = new Alert(Identifiers.next(), rule, subject, title);
            raised.raise(raise.level(), now);
            raised.evidence = evidence;
            alerts.persist(raised);
            timeline.persist(TimelineEntry.automatic(raised, TimelineKind.RAISED, evidence, now));
            events.raised(raised, cause);
        } else if (alert != null && !(effect instanceof VerdictEffect.None)) {
            develop(alert, effect, evidence, cause, now);
        }
    }

    private void develop(Alert alert, VerdictEffect effect, Evidence evidence, UUID cause, Instant now) {
        if (evidence != null) {
            alert.evidence = evidence;
        }
        Level level = alert.level;
        TimelineKind kind;
        if (effect instanceof VerdictEffect.RaiseLevel raise) {
            alert.follow(raise.to(), false, now);
            kind = TimelineKind.LEVEL_RAISED;
            events.levelRaised(alert, level, cause);
        } else if (effect instanceof VerdictEffect.Relapse relapse) {
            alert.raise(relapse.level(), now);
            kind = TimelineKind.RELAPSED;
            events.relapsed(alert, cause);
        } else if (effect instanceof VerdictEffect.Resolve) {
            alert.follow(level, true, now);
            alert.close(HandlingSteps.Closure.CAUSE_GONE, alert.rule, now);
            kind = TimelineKind.RESOLVED;
            events.resolved(alert);
        } else if (effect instanceof VerdictEffect.CauseGone) {
            alert.follow(level, true, now);
            kind = TimelineKind.CAUSE_GONE;
        } else if (effect instanceof VerdictEffect.CauseBack) {
            alert.follow(level, false, now);
            kind = TimelineKind.CAUSE_BACK;
        } else if (evidence == null) {
            return;
        } else {
            alert.follow(level, alert.causeGone, now);
            kind = TimelineKind.EVIDENCE;
        }
        timeline.persist(TimelineEntry.automatic(alert, kind, evidence, now));
    }
}
