package org.finplan.tasks.supervision.timeline;

import jakarta.annotation.Nullable;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;

/**
 * One thing that happened to a supervised matter.
 *
 * @param id id
 * @param kind what happened
 * @param summary the same in a sentence
 * @param occurredAt when
 * @param actor subject of whoever did it; ladder, calendar or the type of the event for what the suite did
 * @param actorUnit unit, or region, that the person acts for, or null
 * @param detail what it is about, such as the code of a step or a day, or null
 * @param note words of the person, or null
 * @param state state after it
 * @param due current deadline after it (Asia/Shanghai)
 */
@Schema(name = "SupervisionTimelineEntry")
public record SupervisionTimelineView(
        UUID id,
        String kind,
        LocalizedText summary,
        Instant occurredAt,
        String actor,
        @Nullable String actorUnit,
        @Nullable String detail,
        @Nullable String note,
        SupervisionState state,
        LocalDate due) {

    static SupervisionTimelineView of(Row row) throws SQLException {
        TimelineKind kind = TimelineKind.of(row.text("kind"));
        return new SupervisionTimelineView(
                row.uuid("id"),
                kind.code(),
                kind.summary(),
                row.instant("occurred_at"),
                row.text("actor"),
                row.text("actor_unit"),
                row.text("detail"),
                row.text("note"),
                SupervisionState.find(row.text("state")).orElseThrow(),
                row.date("due"));
    }
}
