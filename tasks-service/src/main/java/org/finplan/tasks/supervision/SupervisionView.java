package org.finplan.tasks.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.action.BlockedAction;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;
import org.finplan.tasks.supervision.question.Question;
import org.finplan.tasks.supervision.reply.Reply;
import org.finplan.tasks.supervision.score.Score;

/**
 * A supervised matter.
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
 * @param stateName the state for readers
 * @param deadline until when the unit has time
 * @param overdue whether the unit is to act and the current deadline is over
 * @param colour the gravest colour that its ladder gave it, or null
 * @param holder who has it now: unit, unit-head or supervisor
 * @param ladder code of the ladder that it keeps
 * @param ladderVersion version of that ladder
 * @param counts what happened to it so far
 * @param evidenceRequired whether an answer needs evidence
 * @param replies the answers, the first one first
 * @param questions suspensions and extensions that were asked for, the first one first
 * @param score what it is worth with its arithmetic, or null while it has none
 * @param openedBy who registered it, or the type of the event
 * @param openedAt when
 * @param updatedAt when somebody last moved it
 * @param closedAt when it was closed, or null
 * @param allowedActions what the caller may do now
 * @param blockedActions what the caller may not do now, and why
 */
@Schema(name = "Supervision")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SupervisionView(
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
        LocalizedText stateName,
        SupervisionSummaryView.DeadlineView deadline,
        boolean overdue,
        @Nullable String colour,
        String holder,
        String ladder,
        int ladderVersion,
        Counts counts,
        boolean evidenceRequired,
        List<Reply> replies,
        List<Question> questions,
        @Nullable Score score,
        String openedBy,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        List<String> allowedActions,
        List<BlockedAction> blockedActions) {

    /**
     * What happened to a matter so far.
     *
     * @param reminders steps of the ladder that told its unit only
     * @param escalations steps of the ladder that went beyond the unit
     * @param urges urges and letters by hand
     * @param returns answers that were returned
     */
    @Schema(name = "SupervisionCounts")
    record Counts(int reminders, int escalations, int urges, int returns) {}
}
