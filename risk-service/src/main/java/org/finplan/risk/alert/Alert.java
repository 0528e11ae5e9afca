package org.finplan.risk.alert;

import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.alert.evidence.Evidence;
import org.finplan.risk.alert.handling.HandlingSteps;
import org.finplan.risk.alert.lifecycle.AlertSituation;
import org.finplan.risk.alert.lifecycle.AlertState;
import org.finplan.risk.alert.lifecycle.LifeCycle;
import org.finplan.risk.alert.lifecycle.VerdictEffect;
import org.finplan.risk.alert.lifecycle.Warning;
import org.finplan.risk.alert.timeline.AlertMoment;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Subject;

/**
 * An alert about one subject. There is one for each subject: a cause that returns opens the next round of the same alert.
 * Moves are checked by {@link LifeCycle} and {@link VerdictEffect} before they are made here.
 */
@Entity
@Table(name = "alert")
class Alert {

    @Id
    UUID id;

    @Version
    int version;

    String rule;

    @Column(name = "rule_version")
    int ruleVersion;

    String plan;
    String indicator;
    String region;
    String institution;
    String counterpart;

    /** The key of the subject, reckoned by the database. */
    @Column(insertable = false, updatable = false)
    String subject;

    Level level;

    AlertState state;
    int round;

    @Column(name = "cause_gone")
    boolean causeGone;

    @Column(name = "title_zh")
    String titleZh;

    @Column(name = "title_en")
    String titleEn;

    @Embedded
    Evidence evidence;

    @Column(name = "raised_at")
    Instant raisedAt;

    /** Phase of the warning that it follows, as it was last reckoned. */
    String warning;

    /** When the clock of its level started. */
    @Column(name = "clock_from")
    Instant clockFrom;

    /** Until when what it waits for must have come, or null when it waits for nothing or nobody was in time. */
    @Column(name = "due_at")
    Instant dueAt;

    /** Since when something is overdue, or null. */
    @Column(name = "overdue_since")
    Instant overdueSince;

    /** Whether the last thing that was to be told of it was told, or muted; written for many at once, see {@link AlertRepository}. */
    @Column(insertable = false, updatable = false)
    boolean told = true;

    @Embedded
    HandlingSteps.Acknowledgement acknowledgement;

    @Embedded
    HandlingSteps.Disposal disposal;

    @Embedded
    HandlingSteps.Feedback feedback;

    @Embedded
    HandlingSteps.Monitoring monitoring;

    @Embedded
    HandlingSteps.Closure closure;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** For Hibernate. */
    protected Alert() {}

    Alert(UUID id, int ruleVersion, Subject subject, LocalizedText title) {
        this.id = id;
        this.rule = subject.rule();
        this.ruleVersion = ruleVersion;
        this.plan = subject.plan();
        this.indicator = subject.indicator();
        this.region = subject.region();
        if (subject instanceof Subject.Institution of) {
            this.institution = of.institution();
            this.counterpart = of.counterpart();
        }
        this.titleZh = title.zh();
        this.titleEn = title.en();
    }

    LocalizedText title() {
        return new LocalizedText(titleZh, titleEn);
    }

    String path() {
        return "/api/v1/alerts/" + id;
    }

    /** {@return whether its words are for those alone who read networks, while events go to whoever reads alerts of the city} */
    boolean isDiscreet() {
        return Subject.NetworkFirm.RULES.contains(rule);
    }

    /** {@return all of it that decides what may become of it} */
    AlertSituation situation() {
        return new AlertSituation(state, level, feedback != null, causeGone);
    }

    /** {@return what an entry of the timeline says of it} */
    AlertMoment moment() {
        return new AlertMoment(id, region, round, state, level);
    }

    /** The loop starts: for the first time, or again after the cause came back. */
    void raise(Level newLevel, Instant at) {
        round++;
        state = AlertState.RAISED;
        level = newLevel;
        causeGone = false;
        raisedAt = at;
        updatedAt = at;
        acknowledgement = null;
        disposal = null;
        feedback = null;
        monitoring = null;
        closure = null;
    }

    /**
     * Follows its warning. The same warning and evidence again change nothing.
     *
     * @return what became of it; {@link VerdictEffect.None} when nothing did that is to be told
     */
    VerdictEffect follow(Warning next, @Nullable Evidence newest, Instant at) {
        String phase = next.phase().code();
        boolean same = evidence.equals(newest);
        if (same && warning.equals(phase)) {
            return new VerdictEffect.None();
        }
        warning = phase;
        VerdictEffect effect = VerdictEffect.of(situation(), next);
        boolean unchanged = effect instanceof VerdictEffect.Continue && (same || newest == null);
        if (unchanged || effect instanceof VerdictEffect.None) {
            return new VerdictEffect.None();
        }
        evidence = newest == null ? evidence : newest;
        apply(effect, at);
        return effect;
    }

    private void apply(VerdictEffect effect, Instant at) {
        updatedAt = at;
        if (effect instanceof VerdictEffect.RaiseLevel higher) {
            level = higher.to();
            causeGone = false;
        } else if (effect instanceof VerdictEffect.Relapse relapse) {
            raise(relapse.level(), at);
        } else if (effect instanceof VerdictEffect.Resolve) {
            causeGone = true;
            close(HandlingSteps.Closure.CAUSE_GONE, rule, at);
        } else if (effect instanceof VerdictEffect.CauseGone) {
            causeGone = true;
        } else if (effect instanceof VerdictEffect.CauseBack) {
            causeGone = false;
        }
    }

    void acknowledge(String by, Instant at, Instant until) {
        state = AlertState.ACKNOWLEDGED;
        acknowledgement = new HandlingSteps.Acknowledgement(by, at, until);
        updatedAt = at;
    }

    /** Nobody has charge of it any more: whoever had it ordered nothing in time. */
    void lapse(Instant at) {
        state = AlertState.RAISED;
        acknowledgement = null;
        updatedAt = at;
    }

    /** What it waits for did not come in time. */
    void overdue(Level newLevel, Instant at) {
        level = newLevel;
        overdueSince = overdueSince == null ? at : overdueSince;
        clockFrom = at;
        updatedAt = at;
    }

    void orderDisposal(String responsibleUnit, String instruction, LocalDate dueOn, String by, Instant at) {
        state = AlertState.DISPOSING;
        disposal = new HandlingSteps.Disposal(responsibleUnit, instruction, dueOn, by, at);
        updatedAt = at;
    }

    void recordFeedback(String text, String by, Instant at) {
        feedback = new HandlingSteps.Feedback(text, by, at);
        updatedAt = at;
    }

    void startMonitoring(LocalDate reviewOn, String by, Instant at) {
        state = AlertState.MONITORING;
        monitoring = new HandlingSteps.Monitoring(reviewOn, by, at);
        updatedAt = at;
    }

    void close(String outcome, String by, Instant at) {
        state = AlertState.CLOSED;
        closure = new HandlingSteps.Closure(outcome, by, at);
        dueAt = null;
        overdueSince = null;
        updatedAt = at;
    }
}
