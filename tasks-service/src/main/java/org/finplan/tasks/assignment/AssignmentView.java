package org.finplan.tasks.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * The units of a task while they held. Empty while nobody was assigned and the plan names none.
 *
 * @param lead unit that led, or null
 * @param responsible units that were responsible beside it
 * @param cooperating units that worked on it with them
 * @param source plan when the plan names them, assigned when a person did, or null while there was none
 * @param assignedBy subject of whoever assigned them, or null
 * @param assignedAt when that was, or null
 * @param since since when they held, or when the history of the task began
 * @param until until when, or null while they hold
 */
@Schema(name = "TaskAssignment")
@JsonInclude(JsonInclude.Include.ALWAYS)
record AssignmentView(
        @Nullable AssignedUnit lead,
        List<AssignedUnit> responsible,
        List<AssignedUnit> cooperating,
        @Nullable String source,
        @Nullable String assignedBy,
        @Nullable Instant assignedAt,
        Instant since,
        @Nullable Instant until) {

    /**
     * A unit.
     *
     * @param id its code
     * @param title name of the organisation or region as the plan in force names it, or null of a unit that only tokens name
     */
    @Schema(name = "AssignedUnit")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AssignedUnit(String id, @Nullable LocalizedText title) {}
}
