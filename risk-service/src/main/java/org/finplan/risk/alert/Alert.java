package org.finplan.risk.alert;

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

    void follow(Level newLevel, boolean gone, Instant at) {
        level = newLevel;
        causeGone = gone;
        updatedAt = at;
    }

    void acknowledge(String by, Instant at) {
        state = AlertState.ACKNOWLEDGED;
        acknowledgement = new HandlingSteps.Acknowledgement(by, at);
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
        updatedAt = at;
    }
}
