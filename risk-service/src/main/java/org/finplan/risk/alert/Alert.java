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
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Rule;
import org.finplan.risk.rule.Subject;

/**
 * An alert about one subject. There is one for each subject: a cause that returns opens the next round of the same alert.
 * Moves are checked by {@link LifeCycle} and {@link Course} before they are made here.
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
    Level level;

    /** The level as it is stored, read only: pages in the order of the level go on after a rank. */
    @Column(name = "level", insertable = false, updatable = false)
    short levelRank;

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
    Handling.Acknowledgement acknowledgement;

    @Embedded
    Handling.Disposal disposal;

    @Embedded
    Handling.Feedback feedback;

    @Embedded
    Handling.Monitoring monitoring;

    @Embedded
    Handling.Closure closure;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** For Hibernate. */
    protected Alert() {}

    Alert(UUID id, Rule rule, Subject subject, LocalizedText title) {
        this.id = id;
        this.rule = rule.code();
        this.ruleVersion = rule.version();
        this.plan = subject.plan();
        this.indicator = subject.indicator();
        this.region = subject.region();
        this.titleZh = title.zh();
        this.titleEn = title.en();
    }

    LocalizedText title() {
        return new LocalizedText(titleZh, titleEn);
    }

    LifeCycle.Standing standing() {
        return new LifeCycle.Standing(state, feedback != null, causeGone);
    }

    Course.Before before() {
        return new Course.Before(state, level, causeGone);
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
        acknowledgement = new Handling.Acknowledgement(by, at);
        updatedAt = at;
    }

    void orderDisposal(String responsibleUnit, String instruction, LocalDate dueOn, String by, Instant at) {
        state = AlertState.DISPOSING;
        disposal = new Handling.Disposal(responsibleUnit, instruction, dueOn, by, at);
        updatedAt = at;
    }

    void recordFeedback(String text, String by, Instant at) {
        feedback = new Handling.Feedback(text, by, at);
        updatedAt = at;
    }

    void startMonitoring(LocalDate reviewOn, String by, Instant at) {
        state = AlertState.MONITORING;
        monitoring = new Handling.Monitoring(reviewOn, by, at);
        updatedAt = at;
    }

    void close(String outcome, String by, Instant at) {
        state = AlertState.CLOSED;
        closure = new Handling.Closure(outcome, by, at);
        updatedAt = at;
    }
}
