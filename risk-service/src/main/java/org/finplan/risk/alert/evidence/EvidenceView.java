package org.finplan.risk.alert.evidence;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.sql.Row;

/**
 * What an alert rests on.
 *
 * @param event id of the event that brought the figure
 * @param state what the rule said: breached or clear
 * @param reason why
 * @param period period of the figure
 * @param observation observation that was judged; null when it was a network, whose id is the event
 * @param version its version, or null as above
 * @param actual its value
 * @param expected what it was held against
 * @param expectedObservation observation that gave the expectation, or null for a point on a path
 * @param expectedVersion its version, or null as above
 * @param gap actual less expected
 * @param unit unit code of the three
 * @param clause clause of the plan that sets the expectation; null when it is no target of the plan itself
 */
@Schema(name = "Evidence")
public record EvidenceView(
        UUID event,
        String state,
        LocalizedText reason,
        String period,
        @Nullable UUID observation,
        @Nullable Integer version,
        BigDecimal actual,
        BigDecimal expected,
        @Nullable UUID expectedObservation,
        @Nullable Integer expectedVersion,
        BigDecimal gap,
        String unit,
        @Nullable String clause) {

    /**
     * Reads the columns of {@link Evidence}.
     *
     * @param row a row that has them
     * @return the evidence, or null when the row has none
     * @throws SQLException when a column is missing
     */
    public static EvidenceView of(Row row) throws SQLException {
        UUID event = row.uuid("evidence_event");
        return event == null
                ? null
                : new EvidenceView(
                        event,
                        row.text("evidence_state"),
                        new LocalizedText(row.text("evidence_reason_zh"), row.text("evidence_reason_en")),
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
}
