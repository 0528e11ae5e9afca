package org.finplan.tasks.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;

/**
 * A supervised matter as lists show it.
 *
 * @param id id
 * @param version counted up by each change
 * @param title what is to be done
 * @param unit unit that is to act
 * @param region region concerned
 * @param regionName name of the region
 * @param plan plan code of the task or indicator concerned, or null
 * @param task id of the task concerned, or null
 * @param alert id of the alert concerned, or null
 * @param causeKind manual, report-overdue, indicator-behind or disposal-ordered
 * @param cause why, in words
 * @param state registered, assigned, acknowledged, answered, verified, closed or scored
 * @param deadline until when the unit has time
 * @param overdue whether the unit is to act and the current deadline is over
 * @param colour the gravest colour that its ladder gave it, or null
 * @param holder who has it now: unit, unit-head or supervisor
 * @param points its score, or null while it has none
 * @param openedAt when it was registered
 * @param updatedAt when somebody last moved it
 * @param allowedActions what the caller may do now
 */
@Schema(name = "SupervisionSummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SupervisionSummaryView(
        UUID id,
        long version,
        String title,
        String unit,
        String region,
        LocalizedText regionName,
        @Nullable String plan,
        @Nullable String task,
        @Nullable UUID alert,
        CauseKind causeKind,
        String cause,
        SupervisionState state,
        DeadlineView deadline,
        boolean overdue,
        @Nullable String colour,
        String holder,
        @Nullable Integer points,
        Instant openedAt,
        Instant updatedAt,
        List<String> allowedActions) {

    /**
     * Until when a unit has time.
     *
     * @param original what was said at the registration; never changed (Asia/Shanghai)
     * @param current what holds now, after extensions, pauses and changes of the calendar (Asia/Shanghai)
     * @param provisional whether a year on the way has no notice of holidays yet, so that the current day may still move
     * @param standsUntil the day on which the clock goes on by itself, null while it goes
     */
    @Schema(name = "SupervisionDeadline")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeadlineView(
            LocalDate original,
            LocalDate current,
            boolean provisional,
            @Nullable LocalDate standsUntil) {}
}
