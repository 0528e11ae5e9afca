package org.finplan.tasks.detail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.action.BlockedAction;
import org.finplan.tasks.evidence.EvidenceState;
import org.finplan.tasks.flag.Flag;
import org.finplan.tasks.list.TaskSummaryView;
import org.finplan.tasks.milestone.ScheduleView;
import org.finplan.tasks.task.Lead;
import org.finplan.tasks.task.TaskStatus;
import org.finplan.tasks.task.content.Wording;
import org.finplan.tasks.task.search.AnnualFacts;
import org.finplan.tasks.task.search.DueOrigin;

/**
 * A node with everything around it.
 *
 * @param task what a list shows of it
 * @param horizon first and last day of the plan
 * @param clauses the clause and those around it, outermost first
 * @param breadcrumbs the nodes above, from the area down
 * @param children number of nodes directly below
 * @param links names of the codes in the lists of links
 * @param dueOrigin where the deadline comes from; absent when there is none and the plan gives none
 * @param annual who made the annual work point, and withdrew it; absent of any other node
 * @param leadAssignment where the lead comes from, or null without one
 * @param standings what each region that the caller reads last said; only of a leaf
 * @param flags why it is flagged; only of a leaf
 * @param evidence reports that were not returned and that the caller reads, counted by what became of the observations that they cite;
 *     only of a leaf
 * @param schedule how it stands to its milestones and its deadline; only of a leaf
 * @param earlier what earlier versions of the plan package said of it, the newest first; absent when it never changed
 * @param allowedActions what the caller may do now
 * @param blockedActions what the caller may not do now, and why
 */
@Schema(name = "TaskDetail")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskDetailView(
        @JsonUnwrapped TaskSummaryView task,
        Horizon horizon,
        List<Named> clauses,
        List<Named> breadcrumbs,
        long children,
        Links links,
        @Nullable DueOrigin dueOrigin,
        @Nullable AnnualFacts annual,
        @Nullable Lead leadAssignment,
        @Nullable List<StandingView> standings,
        @Nullable List<Flag> flags,
        @Nullable Map<EvidenceState, Long> evidence,
        @Nullable ScheduleView schedule,
        @Nullable List<Wording> earlier,
        List<String> allowedActions,
        List<BlockedAction> blockedActions) {

    /**
     * The span of a plan.
     *
     * @param plan plan code
     * @param title title of the plan
     * @param start first day
     * @param end last day
     */
    @Schema(name = "PlanHorizon")
    public record Horizon(String plan, LocalizedText title, LocalDate start, LocalDate end) {}

    /**
     * A code with its name.
     *
     * @param id the code
     * @param title the name
     */
    @Schema(name = "NamedCode")
    public record Named(String id, LocalizedText title) {}

    /**
     * Names of linked codes.
     *
     * @param regions regions that it names
     * @param partnerRegions places outside the city
     * @param indicators indicators that it moves
     * @param organisations organisations that it names
     * @param lead unit that leads it, or null
     * @param responsible units that are responsible for it beside the lead
     * @param cooperating units that work on it with them
     * @param systems information systems that it names
     */
    @Schema(name = "TaskLinks")
    public record Links(
            List<Named> regions,
            List<Named> partnerRegions,
            List<Named> indicators,
            List<Named> organisations,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Named lead,

            List<Named> responsible,
            List<Named> cooperating,
            List<Named> systems) {}

    /**
     * What a region last said.
     *
     * @param region the region
     * @param claimedStatus status by its newest report that was not returned
     * @param claimedFor date that the report is about
     * @param verifiedStatus status by its newest verified report, or null
     * @param verifiedFor date that the report is about, or null
     */
    @Schema(name = "TaskStanding")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record StandingView(
            Named region,
            TaskStatus claimedStatus,
            LocalDate claimedFor,
            @Nullable TaskStatus verifiedStatus,
            @Nullable LocalDate verifiedFor) {}
}
