package org.finplan.risk.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Reading;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rule.Verdict;

/** The last finding of a rule for one subject and period. */
@Entity
@Table(name = "rule_assessment")
class RuleAssessment {

    /**
     * What was judged, and for which period.
     *
     * @param rule rule code
     * @param plan plan code
     * @param indicator indicator code
     * @param region region code
     * @param period period in the notation of the API
     */
    @Embeddable
    record Key(
            @Column(name = "rule") String rule,
            @Column(name = "plan") String plan,
            @Column(name = "indicator") String indicator,
            @Column(name = "region") String region,
            @Column(name = "period") String period) {

        static Key of(Finding finding) {
            Subject subject = finding.subject();
            return new Key(subject.rule(), subject.plan(), subject.indicator(), subject.region(), finding.period());
        }

        Subject subject() {
            return new Subject(rule, plan, indicator, region);
        }
    }

    @EmbeddedId
    Key key;

    @Column(name = "rule_version")
    int ruleVersion;

    @Column(name = "period_end")
    LocalDate periodEnd;

    @Column(name = "period_days")
    int periodDays;

    @Column(name = "state")
    String state;

    @Column(name = "level")
    Level level;

    @Column(name = "cause")
    String cause;

    @Column(name = "reason_zh")
    String reasonZh;

    @Column(name = "reason_en")
    String reasonEn;

    @Column(name = "actual")
    BigDecimal actual;

    @Column(name = "actual_observation")
    UUID actualObservation;

    @Column(name = "actual_version")
    Integer actualVersion;

    @Column(name = "expected")
    BigDecimal expected;

    @Column(name = "expected_observation")
    UUID expectedObservation;

    @Column(name = "expected_version")
    Integer expectedVersion;

    @Column(name = "gap")
    BigDecimal gap;

    @Column(name = "unit")
    String unit;

    @Column(name = "clause")
    String clause;

    @Column(name = "event")
    UUID event;

    @Column(name = "sequence")
    long sequence;

    @Column(name = "assessed_at")
    Instant assessedAt;

    /** For Hibernate. */
    protected RuleAssessment() {}

    RuleAssessment(Key key) {
        Period period = Period.parse(key.period());
        this.key = key;
        this.periodEnd = period.end();
        this.periodDays = (int) ChronoUnit.DAYS.between(period.start(), period.end()) + 1;
    }

    void record(Finding finding, long eventSequence, Instant at) {
        Verdict verdict = finding.verdict();
        ruleVersion = finding.ruleVersion();
        state = verdict.code();
        level = verdict instanceof Verdict.Breached breached ? breached.level() : null;
        cause = verdict instanceof Verdict.NotAssessable missing ? missing.cause() : null;
        reasonZh = verdict.reason().zh();
        reasonEn = verdict.reason().en();
        Reading ours = finding.actual();
        actual = ours == null ? null : ours.value();
        actualObservation = ours == null ? null : ours.observation();
        actualVersion = ours == null ? null : ours.version();
        Reading theirs = finding.expected();
        expected = theirs == null ? null : theirs.value();
        expectedObservation = theirs == null ? null : theirs.observation();
        expectedVersion = theirs == null ? null : theirs.version();
        gap = finding.gap();
        unit = finding.unit();
        clause = finding.clause();
        event = finding.event();
        sequence = eventSequence;
        assessedAt = at;
    }

    Finding finding() {
        return new Finding(
                key.subject(), ruleVersion, key.period(), actual(), expected(), gap, unit, clause, event, verdict());
    }

    Reading actual() {
        return actual == null ? null : new Reading(actual, actualObservation, actualVersion);
    }

    Reading expected() {
        return expected == null ? null : new Reading(expected, expectedObservation, expectedVersion);
    }

    LocalizedText reason() {
        return new LocalizedText(reasonZh, reasonEn);
    }

    private Verdict verdict() {
        if (level != null) {
            return new Verdict.Breached(level, reason());
        }
        return cause == null ? new Verdict.Clear(reason()) : new Verdict.NotAssessable(cause, reason());
    }
}
