package org.finplan.risk.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.risk.alert.evidence.Evidence;
import org.finplan.risk.alert.lifecycle.VerdictEffect;
import org.finplan.risk.alert.lifecycle.Warning;
import org.finplan.risk.alert.lifecycle.WarningSignal;
import org.finplan.risk.alert.timeline.TimelineKind;
import org.finplan.risk.alert.timeline.TimelineService;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rule.WarningPolicy;

/** Lets alerts follow what the rules find. Works in the transaction of the event that brought the figure. */
@ApplicationScoped
public class AlertRaisingService {

    private final AlertRepository alerts;
    private final AlertEvents events;
    private final TimelineService timeline;
    private final AlertDeadlines deadlines;
    private final Clock clock;

    AlertRaisingService(
            AlertRepository alerts,
            AlertEvents events,
            TimelineService timeline,
            AlertDeadlines deadlines,
            Clock clock) {
        this.alerts = alerts;
        this.events = events;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Follows the warning that findings add up to. The same findings again change nothing.
     *
     * @param ruleVersion version of the rule that judges now
     * @param subject what it judged, which names the rule
     * @param policy how long the rule waits before it warns, and before a warning ends
     * @param findings its findings for the periods that could be judged, the oldest first and one for each last day
     * @param title title for an alert that has to be raised
     * @param cause id of the event that caused this
     */
    public void follow(
            int ruleVersion,
            Subject subject,
            WarningPolicy policy,
            List<Finding> findings,
            LocalizedText title,
            UUID cause) {
        Warning warning = Warning.after(
                policy,
                findings.stream()
                        .map(finding -> WarningSignal.of(policy, finding))
                        .toList());
        Evidence evidence = findings.isEmpty() ? null : Evidence.of(findings.get(findings.size() - 1));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Alert alert = alerts.lock(subject).orElse(null);
        if (alert != null) {
            follow(alert, subject.region(), now);
            VerdictEffect effect = alert.follow(warning, evidence, now);
            if (!(effect instanceof VerdictEffect.None)) {
                tell(alert, effect, cause, now);
                recorded(alert, kind(effect), evidence, now);
            }
            alerts.settle(alert);
        } else if (VerdictEffect.of(null, warning) instanceof VerdictEffect.Raise raise) {
            Alert raised = new Alert(Identifiers.next(), ruleVersion, subject, title);
            raised.raise(raise.level(), now);
            raised.warning = warning.phase().code();
            raised.evidence = evidence;
            deadlines.start(raised, now);
            alerts.persist(raised);
            events.raised(raised, cause);
            recorded(raised, TimelineKind.RAISED, evidence, now);
            alerts.settle(raised);
        }
    }

    /** An institution that moved takes its alerts along: who has charge of its new region goes on with them. */
    private void follow(Alert alert, String region, Instant now) {
        if (!alert.region.equals(region)) {
            String before = alert.region;
            alert.region = region;
            alerts.flush();
            timeline.recordMove(alert.moment(), alert.rule, before, now);
        }
    }

    /** Sets the clock of the alert to what became of it, and appends the event. */
    private void tell(Alert alert, VerdictEffect effect, UUID cause, Instant now) {
        if (effect instanceof VerdictEffect.RaiseLevel raise) {
            deadlines.tighten(alert, now);
            events.levelRaised(alert, raise.from(), cause);
        } else if (effect instanceof VerdictEffect.Relapse) {
            deadlines.start(alert, now);
            events.relapsed(alert, cause);
        } else if (effect instanceof VerdictEffect.Resolve) {
            events.resolved(alert);
        } else if (effect instanceof VerdictEffect.CauseGone) {
            deadlines.suspend(alert);
        } else if (effect instanceof VerdictEffect.CauseBack) {
            deadlines.resume(alert, now);
        }
    }

    private static TimelineKind kind(VerdictEffect effect) {
        if (effect instanceof VerdictEffect.RaiseLevel) {
            return TimelineKind.LEVEL_RAISED;
        }
        if (effect instanceof VerdictEffect.Relapse) {
            return TimelineKind.RELAPSED;
        }
        if (effect instanceof VerdictEffect.Resolve) {
            return TimelineKind.RESOLVED;
        }
        if (effect instanceof VerdictEffect.CauseGone) {
            return TimelineKind.CAUSE_GONE;
        }
        return effect instanceof VerdictEffect.CauseBack ? TimelineKind.CAUSE_BACK : TimelineKind.EVIDENCE;
    }

    /** Flushes first: an entry of the timeline refers to the row of its alert. */
    private void recorded(Alert alert, TimelineKind kind, Evidence evidence, Instant now) {
        alerts.flush();
        timeline.recordRule(alert.moment(), kind, alert.rule, evidence, now);
    }
}
