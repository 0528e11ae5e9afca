package org.finplan.risk.alert;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.risk.alert.evidence.Evidence;
import org.finplan.risk.alert.handling.HandlingSteps;
import org.finplan.risk.alert.lifecycle.VerdictEffect;
import org.finplan.risk.alert.timeline.TimelineKind;
import org.finplan.risk.alert.timeline.TimelineService;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Subject;

/** Lets alerts follow what the rules find. Works in the transaction of the event that brought the figure. */
@ApplicationScoped
public class AlertRaisingService {

    private final AlertRepository alerts;
    private final AlertEvents events;
    private final TimelineService timeline;
    private final Clock clock;

    AlertRaisingService(AlertRepository alerts, AlertEvents events, TimelineService timeline, Clock clock) {
        this.alerts = alerts;
        this.events = events;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Follows a finding. The same finding again changes nothing.
     *
     * @param ruleVersion version of the rule that judges now
     * @param subject what it judged, which names the rule
     * @param newest its finding for the newest period that could be judged, empty when none can be judged any more
     * @param title title for an alert that has to be raised
     * @param cause id of the event that caused this
     */
    public void follow(int ruleVersion, Subject subject, Optional<Finding> newest, LocalizedText title, UUID cause) {
        Alert alert = alerts.lock(subject).orElse(null);
        Evidence evidence = newest.map(Evidence::of).orElse(null);
        if (alert != null && alert.evidence.equals(evidence)) {
            return;
        }
        VerdictEffect effect = VerdictEffect.of(
                alert == null ? null : alert.situation(),
                newest.map(Finding::verdict).orElse(null));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (effect instanceof VerdictEffect.Raise raise) {
            Alert raised = new Alert(Identifiers.next(), ruleVersion, subject, title);
            raised.raise(raise.level(), now);
            raised.evidence = evidence;
            alerts.persist(raised);
            events.raised(raised, cause);
            recorded(raised, TimelineKind.RAISED, evidence, now);
        } else if (alert != null && !(effect instanceof VerdictEffect.None)) {
            if (evidence != null) {
                alert.evidence = evidence;
            }
            TimelineKind kind = change(alert, effect, evidence, cause, now);
            if (kind != null) {
                recorded(alert, kind, evidence, now);
            }
        }
    }

    /** Changes the alert and appends the event of it; null when there is nothing to tell. */
    @Nullable
    private TimelineKind change(Alert alert, VerdictEffect effect, Evidence evidence, UUID cause, Instant now) {
        Level level = alert.level;
        if (effect instanceof VerdictEffect.RaiseLevel raise) {
            alert.follow(raise.to(), false, now);
            events.levelRaised(alert, level, cause);
            return TimelineKind.LEVEL_RAISED;
        }
        if (effect instanceof VerdictEffect.Relapse relapse) {
            alert.raise(relapse.level(), now);
            events.relapsed(alert, cause);
            return TimelineKind.RELAPSED;
        }
        if (effect instanceof VerdictEffect.Resolve) {
            alert.follow(level, true, now);
            alert.close(HandlingSteps.Closure.CAUSE_GONE, alert.rule, now);
            events.resolved(alert);
            return TimelineKind.RESOLVED;
        }
        if (effect instanceof VerdictEffect.CauseGone) {
            alert.follow(level, true, now);
            return TimelineKind.CAUSE_GONE;
        }
        if (effect instanceof VerdictEffect.CauseBack) {
            alert.follow(level, false, now);
            return TimelineKind.CAUSE_BACK;
        }
        if (evidence == null) {
            return null;
        }
        alert.follow(level, alert.causeGone, now);
        return TimelineKind.EVIDENCE;
    }

    /** Flushes first: an entry of the timeline refers to the row of its alert. */
    private void recorded(Alert alert, TimelineKind kind, Evidence evidence, Instant now) {
        alerts.flush();
        timeline.recordRule(alert.moment(), kind, alert.rule, evidence, now);
    }
}
