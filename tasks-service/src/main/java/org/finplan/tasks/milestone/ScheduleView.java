package org.finplan.tasks.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.milestone.schedule.Basis;
import org.finplan.tasks.milestone.schedule.Precedence;
import org.finplan.tasks.milestone.schedule.Schedule;
import org.finplan.tasks.milestone.schedule.Step;
import org.finplan.tasks.task.search.TaskSnapshot;

/**
 * How a leaf stands to its milestones and its deadline.
 *
 * @param basis what shares are counted by: weights when every milestone has one, else counts; none without milestones: there is no
 *     schedule then, no share, and only the deadline counts
 * @param behind whether a milestone is late or the deadline has passed, without a verified completion
 * @param workingDaysLate working days of the longest late part, 0 when nothing is late
 * @param planned what should be achieved by today; absent without milestones
 * @param achieved what is achieved, as somebody said (claimed: no second person checks single milestones); absent without milestones
 * @param late milestones that are late, the longest late first
 * @param overdueBy working days since the deadline passed without a verified completion, else 0
 * @param afterDueDate milestones that are planned for a day after the deadline, since it was moved
 * @param provisional whether a count of working days may still change, since a year has no notice of holidays yet
 * @param waitsFor the tasks that must be finished before
 */
@Schema(name = "TaskSchedule")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleView(
        Basis basis,
        boolean behind,
        int workingDaysLate,
        @Nullable Part planned,
        @Nullable Part achieved,
        List<LateMilestone> late,
        int overdueBy,
        List<UUID> afterDueDate,
        boolean provisional,
        List<WaitsFor> waitsFor) {

    /**
     * A part of the milestones.
     *
     * @param amount the weights of the part, or the number of its milestones
     * @param total the weights of all, or their number
     * @param share amount by total, 0 to 1 with four digits
     */
    @Schema(name = "ScheduleShare")
    public record Part(BigDecimal amount, BigDecimal total, BigDecimal share) {}

    /**
     * A milestone that is late.
     *
     * @param milestone id of the milestone
     * @param title what is to be reached
     * @param plannedDate day by which it is planned (Asia/Shanghai)
     * @param workingDaysLate working days since, today among them
     */
    @Schema(name = "LateMilestone")
    public record LateMilestone(UUID milestone, LocalizedText title, LocalDate plannedDate, int workingDaysLate) {}

    /**
     * A task that must be finished before.
     *
     * @param dependency id of the dependency
     * @param task id of the task before
     * @param title its title
     * @param lagWorkingDays working days that must lie between
     * @param plannedEnd day of its last milestone, else its deadline; absent when it has neither
     * @param earliestStart working day on which this leaf may begin by that; absent without a planned end
     * @param startsTooEarly whether this leaf is planned to begin before that day; absent when either is unknown
     * @param done whether its completion is verified
     * @param late whether it is behind, so that this leaf will wait
     * @param workingDaysLate by how many working days, 0 when it is not
     * @param retired true when the plan in force names it no more; absent otherwise
     */
    @Schema(name = "TaskBefore")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WaitsFor(
            UUID dependency,
            String task,
            LocalizedText title,
            int lagWorkingDays,
            @Nullable LocalDate plannedEnd,
            @Nullable LocalDate earliestStart,
            @Nullable Boolean startsTooEarly,
            boolean done,
            boolean late,
            int workingDaysLate,
            @Nullable Boolean retired) {

        static WaitsFor of(UUID dependency, int lag, TaskSnapshot before, boolean done, Precedence means) {
            return new WaitsFor(
                    dependency,
                    before.key().id(),
                    before.title(),
                    lag,
                    means.plannedEnd(),
                    means.earliestStart(),
                    means.startsTooEarly(),
                    done,
                    means.late(),
                    means.workingDaysLate(),
                    before.retired() ? true : null);
        }
    }

    static ScheduleView of(Schedule schedule, List<WaitsFor> waitsFor) {
        return new ScheduleView(
                schedule.basis(),
                schedule.behind(),
                schedule.workingDaysLate(),
                part(schedule, schedule.planned()),
                part(schedule, schedule.achieved()),
                schedule.late().stream()
                        .map(late -> new LateMilestone(
                                late.step().id(),
                                late.step().title(),
                                late.step().planned(),
                                late.workingDays()))
                        .toList(),
                schedule.overdueBy(),
                schedule.afterDue().stream().map(Step::id).toList(),
                schedule.provisional(),
                waitsFor);
    }

    @Nullable
    private static Part part(Schedule schedule, BigDecimal amount) {
        return schedule.share(amount)
                .map(share -> new Part(amount, schedule.total(), share))
                .orElse(null);
    }
}
