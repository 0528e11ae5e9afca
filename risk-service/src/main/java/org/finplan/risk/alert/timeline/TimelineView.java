package org.finplan.risk.alert.timeline;

import jakarta.annotation.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.sql.Row;
import org.finplan.platform.time.BusinessTime;
import org.finplan.risk.alert.evidence.EvidenceView;
import org.finplan.risk.rule.Level;

/**
 * One thing that happened to an alert.
 *
 * @param id id
 * @param kind what happened
 * @param summary the same in a sentence
 * @param occurredOn day it happened (Asia/Shanghai)
 * @param occurredAt instant it happened, or null when only the day is known
 * @param recordedAt when the suite learned of it
 * @param mode automatic, online or offline
 * @param actor subject, or the rule
 * @param note words of the actor, or null
 * @param round round of the loop
 * @param state state of the alert after it
 * @param level level of the alert after it
 * @param evidence finding behind it, or null
 */
@Schema(name = "TimelineEntry")
public record TimelineView(
        UUID id,
        String kind,
        LocalizedText summary,
        LocalDate occurredOn,
        @Nullable Instant occurredAt,
        Instant recordedAt,
        String mode,
        String actor,
        @Nullable String note,
        int round,
        String state,
        String level,
        @Nullable EvidenceView evidence) {

    static TimelineView of(Row row) throws SQLException {
        String kind = row.text("kind");
        Instant occurredAt = row.instant("occurred_at");
        return new TimelineView(
                row.uuid("id"),
                kind,
                TimelineKind.of(kind).summary(),
                BusinessTime.dayOf(occurredAt),
                row.flag("day_only") ? null : occurredAt,
                row.instant("recorded_at"),
                row.text("mode"),
                row.text("actor"),
                row.text("note"),
                row.integer("round"),
                row.text("state"),
                Level.ofRank(row.integer("level")).code(),
                EvidenceView.of(row));
    }
}
