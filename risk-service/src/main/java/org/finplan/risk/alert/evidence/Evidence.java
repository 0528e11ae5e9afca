package org.finplan.risk.alert.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.sql.Row;
import org.finplan.risk.rule.Figure;
import org.finplan.risk.rule.Finding;

/**
 * The finding that an alert, or an entry of its timeline, rests on, as both tables store it.
 *
 * @param event id of the event that brought the figure
 * @param state what the rule said: breached or clear
 * @param reasonZh why, in Chinese
 * @param reasonEn why, in English
 * @param period period of the figure
 * @param observation observation that was judged
 * @param version its version
 * @param actual its value
 * @param expected what it was held against
 * @param expectedObservation observation that gave the expectation, or null when it is reckoned from a path
 * @param expectedVersion its version, or null as above
 * @param gap actual less expected
 * @param unit unit code of the three
 * @param clause clause of the plan that sets the expectation
 */
@Embeddable
public record Evidence(
        @Column(name = "evidence_event") UUID event,
        @Column(name = "evidence_state") String state,
        @Column(name = "evidence_reason_zh") String reasonZh,
        @Column(name = "evidence_reason_en") String reasonEn,
        @Column(name = "evidence_period") String period,
        @Column(name = "evidence_observation") UUID observation,
        @Column(name = "evidence_version") Integer version,
        @Column(name = "evidence_actual") BigDecimal actual,
        @Column(name = "evidence_expected") BigDecimal expected,
        @Column(name = "evidence_expected_observation") UUID expectedObservation,
        @Column(name = "evidence_expected_version") Integer expectedVersion,
        @Column(name = "evidence_gap") BigDecimal gap,
        @Column(name = "evidence_unit") String unit,
        @Column(name = "evidence_clause") String clause) {

    /**
     * What is stored of a finding.
     *
     * @param finding the finding
     * @return its evidence
     */
    public static Evidence of(Finding finding) {
        Figure actual = finding.actual();
        Figure expected = finding.expected();
        LocalizedText reason = finding.verdict().reason();
        return new Evidence(
                finding.event(),
                finding.verdict().code(),
                reason.zh(),
                reason.en(),
                finding.period(),
                actual == null ? null : actual.observation(),
                actual == null ? null : actual.version(),
                actual == null ? null : actual.value(),
                expected == null ? null : expected.value(),
                expected == null ? null : expected.observation(),
                expected == null ? null : expected.version(),
                finding.gap(),
                finding.unit(),
                finding.clause());
    }

    /**
     * Reads what is stored.
     *
     * @param row a row of an alert
     * @return its evidence
     * @throws SQLException when a column is missing
     */
    public static Evidence of(Row row) throws SQLException {
        return new Evidence(
                row.uuid("evidence_event"),
                row.text("evidence_state"),
                row.text("evidence_reason_zh"),
                row.text("evidence_reason_en"),
                row.text("evidence_period"),
                row.uuid("evidence_observation"),
                row.integerOrNull("evidence_version"),
                row.decimal("evidence_actual"),
                row.decimal("evidence_expected"),
                row.uuid("evidence_expected_observation"),
                row.integerOrNull("evidence_expected_version"),
                row.decimal("evidence_gap"),
                row.text("evidence_unit"),
                row.text("evidence_clause"));
    }

    /**
     * Whether it says the same, whichever event brought it.
     *
     * @param other other evidence
     * @return whether all but the event is equal
     */
    public boolean saysTheSameAs(Evidence other) {
        return equals(new Evidence(
                event,
                other.state,
                other.reasonZh,
                other.reasonEn,
                other.period,
                other.observation,
                other.version,
                other.actual,
                other.expected,
                other.expectedObservation,
                other.expectedVersion,
                other.gap,
                other.unit,
                other.clause));
    }

    /** {@return why, in both languages} */
    public LocalizedText reason() {
        return new LocalizedText(reasonZh, reasonEn);
    }
}
