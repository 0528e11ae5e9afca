package org.finplan.risk.alert;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.risk.alert.evidence.Evidence;
import org.finplan.risk.alert.lifecycle.VerdictEffect;
import org.finplan.risk.alert.lifecycle.Warning;
import org.finplan.risk.alert.lifecycle.WarningSignal;
import org.finplan.risk.alert.timeline.AlertMoment;
import org.finplan.risk.alert.timeline.TimelineKind;
import org.finplan.risk.alert.timeline.TimelineService;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rule.WarningPolicy;

/** Lets alerts follow what the rules find. Works in the transaction of the event that brought the figure. */
@ApplicationScoped
public class AlertRaisingService {

    private static final int AT_ONCE = 5_000;

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
     * What is found of one subject.
     *
     * @param ruleVersion version of the rule that judges now
     * @param subject what it judged, which names the rule
     * @param policy how long the rule waits before it warns, and before a warning ends
     * @param findings its findings for the periods that could be judged, the oldest first and one for each last day
     * @param title title for an alert that has to be raised
     */
    public record Judged(
            int ruleVersion, Subject subject, WarningPolicy policy, List<Finding> findings, LocalizedText title) {

        private Warning warning() {
            return Warning.after(
                    policy,
                    findings.stream()
                            .map(finding -> WarningSignal.of(policy, finding))
                            .toList());
        }

        @Nullable
        private Evidence evidence() {
            return findings.isEmpty() ? null : Evidence.of(findings.get(findings.size() - 1));
        }

        private String key() {
            return subject.rule() + " " + subject.key();
        }
    }

    /** An institution that moved takes its alerts along: who has charge of its new region goes on with them. */
    private record Move(AlertMoment alert, String rule, String before) {}

    /** What became of an alert. */
    private record Step(Alert alert, VerdictEffect effect, Evidence evidence) {

        boolean isTold() {
            return effect instanceof VerdictEffect.Raise
                    || effect instanceof VerdictEffect.RaiseLevel
                    || effect instanceof VerdictEffect.Relapse;
        }
    }

    /**
     * Follows the warning that findings about one subject add up to. The same findings again change nothing.
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
        follow(List.of(new Judged(ruleVersion, subject, policy, findings, title)), cause);
    }

    /**
     * Follows the warnings of many subjects, in sets: the alerts are read, written and told of together, some at a time.
     *
     * @param judged what is found of each subject, each once
     * @param cause id of the event or run that caused this
     */
    public void follow(List<Judged> judged, UUID cause) {
        for (int from = 0; from < judged.size(); from += AT_ONCE) {
            followSome(judged.subList(from, Math.min(judged.size(), from + AT_ONCE)), cause);
        }
    }

    private void followSome(List<Judged> judged, UUID cause) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, Alert> there = new HashMap<>();
        alerts.lock(judged.stream().map(Judged::subject).toList())
                .forEach(alert -> there.put(alert.rule + " " + alert.subject, alert));
        List<Alert> taken = new ArrayList<>(there.values());
        List<Step> steps = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        for (Judged one : judged) {
            Alert alert = there.get(one.key());
            Step step = alert == null ? raise(one, now) : follow(alert, one, now, moves);
            if (step != null) {
                steps.add(step);
                if (alert == null) {
                    taken.add(step.alert());
                    there.put(one.key(), step.alert());
                }
            }
        }
        tell(steps, cause);
        moves.forEach(move -> timeline.recordMove(move.alert(), move.rule(), move.before(), now));
        timeline.recordRules(
                steps.stream()
                        .map(step -> new TimelineService.OfRule(
                                step.alert().moment(), kind(step.effect()), step.alert().rule, step.evidence()))
                        .toList(),
                now);
        alerts.settle(taken);
    }

    @Nullable
    private Step raise(Judged judged, Instant now) {
        Warning warning = judged.warning();
        if (!(VerdictEffect.of(null, warning) instanceof VerdictEffect.Raise raise)) {
            return null;
        }
        Alert raised = new Alert(Identifiers.next(), judged.ruleVersion(), judged.subject(), judged.title());
        raised.raise(raise.level(), now);
        raised.warning = warning.phase().code();
        raised.evidence = judged.evidence();
        deadlines.start(raised, now);
        alerts.persist(raised);
        return new Step(raised, raise, raised.evidence);
    }

    /** Sets the clock of the alert to what became of it. */
    @Nullable
    private Step follow(Alert alert, Judged judged, Instant now, List<Move> moves) {
        String before = alert.region;
        if (!before.equals(judged.subject().region())) {
            alert.region = judged.subject().region();
            moves.add(new Move(alert.moment(), alert.rule, before));
        }
        Evidence evidence = judged.evidence();
        VerdictEffect effect = alert.follow(judged.warning(), evidence, now);
        if (effect instanceof VerdictEffect.None) {
            return null;
        }
        if (effect instanceof VerdictEffect.RaiseLevel) {
            deadlines.tighten(alert, now);
        } else if (effect instanceof VerdictEffect.Relapse) {
            deadlines.start(alert, now);
        } else if (effect instanceof VerdictEffect.CauseGone) {
            deadlines.suspend(alert);
        } else if (effect instanceof VerdictEffect.CauseBack) {
            deadlines.resume(alert, now);
        }
        return new Step(alert, effect, evidence);
    }

    /** Writes first: what mutes an alert is asked of rows, and an entry of the timeline refers to one. */
    private void tell(List<Step> steps, UUID cause) {
        Map<UUID, String> mutedBy = events.mutedBy(
                steps.stream().filter(Step::isTold).map(Step::alert).toList());
        for (Step step : steps) {
            Alert alert = step.alert();
            String by = mutedBy.get(alert.id);
            if (step.effect() instanceof VerdictEffect.Raise) {
                events.raised(alert, cause, by);
            } else if (step.effect() instanceof VerdictEffect.RaiseLevel raise) {
                events.levelRaised(alert, raise.from(), cause, by);
            } else if (step.effect() instanceof VerdictEffect.Relapse) {
                events.relapsed(alert, cause, by);
            } else if (step.effect() instanceof VerdictEffect.Resolve) {
                events.resolved(alert);
            }
        }
    }

    private static TimelineKind kind(VerdictEffect effect) {
        if (effect instanceof VerdictEffect.Raise) {
            return TimelineKind.RAISED;
        }
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
}
