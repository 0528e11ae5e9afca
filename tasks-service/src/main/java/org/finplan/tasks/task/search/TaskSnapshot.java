package org.finplan.tasks.task.search;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.task.Lead;
import org.finplan.tasks.task.Responsibility;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskStatus;

/**
 * A node as it stood when it was read.
 *
 * @param key its key
 * @param parent id of the node above, or null for an area
 * @param path ids of the nodes above, from the area down
 * @param ordinal position in the order of the plan
 * @param branch task or safeguard
 * @param level area, section, item or measure
 * @param clause clause that it comes from
 * @param title the title
 * @param summary what is to be done
 * @param verbs kinds of work
 * @param regions regions that it names; none means the whole city
 * @param partnerRegions places outside the city
 * @param organisations organisations that it names
 * @param systems systems that it names
 * @param indicators indicators that it moves
 * @param responsible units that are responsible for it beside the lead
 * @param cooperating units that work on it with them
 * @param dueDate its deadline, or null
 * @param lead who leads it, or null while the plan names nobody and nobody was assigned
 * @param status verified status; means something for a leaf only
 * @param claimedStatus status by all reports that were not returned; means something for a leaf only
 * @param retired whether the plan in force names it no more
 * @param version how often it was changed since it was loaded
 */
public record TaskSnapshot(
        TaskKey key,
        @Nullable String parent,
        List<String> path,
        int ordinal,
        String branch,
        String level,
        String clause,
        LocalizedText title,
        LocalizedText summary,
        List<String> verbs,
        List<String> regions,
        List<String> partnerRegions,
        List<String> organisations,
        List<String> systems,
        List<String> indicators,
        List<String> responsible,
        List<String> cooperating,
        @Nullable LocalDate dueDate,
        @Nullable Lead lead,
        TaskStatus status,
        TaskStatus claimedStatus,
        boolean retired,
        long version) {

    /** {@return the units that it is given to} */
    public Responsibility units() {
        return new Responsibility(lead == null ? null : lead.organisation(), responsible, cooperating);
    }

    /** {@return whether it is a single measure, which progress is reported on} */
    public boolean isLeaf() {
        return level.equals("measure");
    }

    /**
     * Whether its deadline has passed and it is not done. Only a verified completion counts, of a branch that of every leaf.
     *
     * @param counts the leaves below a branch, null of a leaf
     * @param today the day in the city
     * @return whether it is, null when it has no deadline
     */
    public Boolean overdue(@Nullable LeafCounts counts, LocalDate today) {
        if (dueDate == null) {
            return null;
        }
        boolean done = counts == null
                ? status == TaskStatus.DONE
                : counts.leaves() > 0 && counts.leaves() == counts.byStatus().get(TaskStatus.DONE);
        return today.isAfter(dueDate) && !done;
    }

    /** {@return its position in the order of all nodes} */
    public TaskPosition position() {
        return new TaskPosition(key.plan(), ordinal);
    }
}
