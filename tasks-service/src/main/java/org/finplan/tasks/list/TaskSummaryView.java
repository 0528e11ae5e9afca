package org.finplan.tasks.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.rollup.RollUpView;
import org.finplan.tasks.task.TaskStatus;
import org.finplan.tasks.task.search.LeafCounts;
import org.finplan.tasks.task.search.TaskSnapshot;

/**
 * A node as a list shows it.
 *
 * @param plan plan code
 * @param id id within the plan
 * @param parent id of the node above, or null for an area
 * @param branch task or safeguard
 * @param level area, section, item, measure or work-point
 * @param year year of an annual work point; absent of any other node
 * @param clause clause that it comes from
 * @param title the title
 * @param summary what is to be done
 * @param text title and summary in the language of the reader
 * @param verbs kinds of work
 * @param regions regions that it names; none means the whole city
 * @param partnerRegions places outside the city
 * @param organisations organisations that it names
 * @param systems systems that it names
 * @param indicators indicators that it moves
 * @param lead unit that leads it, or null while nobody was assigned and the plan names none
 * @param responsible units that are responsible for it beside the lead, none until somebody assigns them
 * @param cooperating units that work on it with them
 * @param dueDate its deadline, or null: the plan gives none of its own
 * @param overdue whether its deadline has passed without a verified completion (of a branch: of all leaves below), or null
 *     without a deadline
 * @param status verified status of a leaf, or null for a branch
 * @param claimedStatus status by the reports that were not returned, verified or not, or null for a branch
 * @param flagged whether a measure is flagged, or null for any other node
 * @param counts measures below a branch by state, or null for a leaf
 * @param rollUp what is below a branch, put together as the city set it, or null for a leaf
 * @param workPoints annual work points below it by state, those that were withdrawn not among them; absent where there are none
 * @param retired true when the plan in force names it no more: it is read, and takes no more reports; absent otherwise
 * @param withdrawn true when the city took the work point back: it is read, and takes no more writes; absent otherwise
 * @param version how often the node itself was changed since it was loaded from the plan
 */
@Schema(name = "TaskSummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskSummaryView(
        String plan,
        String id,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String parent,
        String branch,
        String level,
        @Nullable Integer year,
        String clause,
        LocalizedText title,
        LocalizedText summary,
        Reading text,
        List<String> verbs,
        List<String> regions,
        List<String> partnerRegions,
        List<String> organisations,
        List<String> systems,
        List<String> indicators,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String lead,
        List<String> responsible,
        List<String> cooperating,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LocalDate dueDate,
        @Nullable Boolean overdue,
        @Nullable TaskStatus status,
        @Nullable TaskStatus claimedStatus,
        @Nullable Boolean flagged,
        @Nullable StateCounts counts,
        @Nullable RollUpView rollUp,
        @Nullable WorkPointCounts workPoints,
        @Nullable Boolean retired,
        @Nullable Boolean withdrawn,
        long version) {

    /**
     * The texts in one language.
     *
     * @param language zh or en
     * @param title the title
     * @param summary what is to be done
     */
    @Schema(name = "TaskReading")
    public record Reading(String language, String title, String summary) {}

    /**
     * What stands below a node.
     *
     * @param leaves the measures below it, or null for a leaf
     * @param workPoints the work points below it, or null for a work point
     * @param rollUp how the measures are put together, or null for a leaf
     */
    public record Below(
            @Nullable LeafCounts leaves,
            @Nullable LeafCounts workPoints,
            @Nullable RollUpView rollUp) {

        /** For lists of leaves that do not tell of their work points. */
        public static final Below NOT_SHOWN = new Below(null, null, null);
    }

    /**
     * Shows a node.
     *
     * @param task the node
     * @param english whether the reader prefers English
     * @param flagged whether it is flagged
     * @param below what stands below it
     * @param today the day in the city
     * @return what the list shows
     */
    public static TaskSummaryView of(
            TaskSnapshot task, boolean english, boolean flagged, Below below, LocalDate today) {
        boolean leaf = task.isLeaf();
        LeafCounts counts = below.leaves();
        LeafCounts points = below.workPoints();
        return new TaskSummaryView(
                task.key().plan(),
                task.key().id(),
                task.parent(),
                task.branch(),
                task.level(),
                task.annual() == null ? null : task.annual().year(),
                task.clause(),
                task.title(),
                task.summary(),
                new Reading(
                        english ? "en" : "zh",
                        task.title().in(english),
                        task.summary().in(english)),
                task.verbs(),
                task.regions(),
                task.partnerRegions(),
                task.organisations(),
                task.systems(),
                task.indicators(),
                task.lead() == null ? null : task.lead().organisation(),
                task.responsible(),
                task.cooperating(),
                task.dueDate(),
                task.overdue(counts, today),
                leaf ? task.status() : null,
                leaf ? task.claimedStatus() : null,
                (leaf && !task.isWorkPoint()) ? flagged : null,
                counts == null ? null : StateCounts.of(counts),
                below.rollUp(),
                (points == null || points.leaves() == 0) ? null : WorkPointCounts.of(points),
                task.retired() ? true : null,
                task.withdrawn() ? true : null,
                task.version());
    }
}
