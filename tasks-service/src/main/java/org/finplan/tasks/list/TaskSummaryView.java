package org.finplan.tasks.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
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
 * @param level area, section, item or measure
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
 * @param flagged whether a leaf is flagged, or null for a branch
 * @param counts leaves below a branch by state, or null for a leaf
 * @param retired true when the plan in force names it no more: it is read, and takes no more reports; absent otherwise
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
        @Nullable Boolean retired,
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
     * Shows a node.
     *
     * @param task the node
     * @param english whether the reader prefers English
     * @param flagged whether it is flagged
     * @param counts the leaves below it, or null for a leaf
     * @param today the day in the city
     * @return what the list shows
     */
    public static TaskSummaryView of(
            TaskSnapshot task, boolean english, boolean flagged, @Nullable LeafCounts counts, LocalDate today) {
        boolean leaf = task.isLeaf();
        return new TaskSummaryView(
                task.key().plan(),
                task.key().id(),
                task.parent(),
                task.branch(),
                task.level(),
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
                leaf ? flagged : null,
                counts == null ? null : StateCounts.of(counts),
                task.retired() ? true : null,
                task.version());
    }
}
