package org.finplan.tasks.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.action.Actions;
import org.finplan.tasks.action.BlockedAction;

/**
 * A milestone.
 *
 * @param id its id
 * @param plan plan code
 * @param task id of the leaf
 * @param order place among the milestones of the leaf
 * @param title what is to be reached
 * @param plannedStart day on which its work is planned to begin (Asia/Shanghai), or null
 * @param plannedDate day by which it is planned to be reached (Asia/Shanghai)
 * @param originalDate the day that was planned first; it never changes
 * @param weight its share beside those of the others, or null when all count the same
 * @param state planned, achieved or removed
 * @param achievement who said that it was reached, and when; absent while nobody did
 * @param lastChange who changed it last, and why
 * @param version counted up by each change
 * @param allowedActions what the caller may do now
 * @param blockedActions what the caller may not do now, and why
 */
@Schema(name = "Milestone")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MilestoneView(
        UUID id,
        String plan,
        String task,
        int order,
        LocalizedText title,
        @Nullable LocalDate plannedStart,
        LocalDate plannedDate,
        LocalDate originalDate,
        @Nullable BigDecimal weight,
        MilestoneState state,
        @Nullable Achievement achievement,
        LastChange lastChange,
        long version,
        List<String> allowedActions,
        List<BlockedAction> blockedActions) {

    /**
     * What somebody said of its being reached.
     *
     * @param on the day (Asia/Shanghai)
     * @param workingDaysLate how many working days after the planned one, 0 when not later
     * @param note what shows it, or null
     * @param by who said so
     * @param at when
     */
    @Schema(name = "MilestoneAchievement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Achievement(
            LocalDate on, int workingDaysLate, @Nullable String note, String by, Instant at) {}

    /**
     * A change.
     *
     * @param by who made it
     * @param at when
     * @param reason why, or null where none is asked for
     */
    @Schema(name = "MilestoneChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LastChange(String by, Instant at, @Nullable String reason) {}

    /**
     * Shows a milestone.
     *
     * @param milestone the milestone
     * @param workingDaysLate how late it was achieved, 0 when it was not
     * @param actions what the caller may do now
     * @return what is answered
     */
    static MilestoneView of(Milestone milestone, int workingDaysLate, Actions actions) {
        Milestone.Content content = milestone.content();
        Milestone.Change change = milestone.lastChange();
        return new MilestoneView(
                milestone.id(),
                milestone.key().plan(),
                milestone.key().id(),
                content.order(),
                content.title(),
                content.plannedStart(),
                content.plannedDate(),
                milestone.originalDate(),
                content.weight() == null
                        ? null
                        : new BigDecimal(content.weight().toPlainString()),
                milestone.state(),
                achievement(milestone, workingDaysLate),
                new LastChange(change.by(), change.at(), change.reason()),
                milestone.version(),
                actions.allowed(),
                actions.blocked());
    }

    @Nullable
    private static Achievement achievement(Milestone milestone, int workingDaysLate) {
        return milestone.achievedOn() == null
                ? null
                : new Achievement(
                        milestone.achievedOn(),
                        workingDaysLate,
                        milestone.achievedNote(),
                        milestone.achievedBy(),
                        milestone.achievedAt());
    }
}
