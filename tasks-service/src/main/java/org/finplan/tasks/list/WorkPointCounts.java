package org.finplan.tasks.list;

import java.util.Map;
import org.finplan.tasks.task.TaskStatus;
import org.finplan.tasks.task.search.LeafCounts;

/**
 * The annual work points below a node, counted by state. They stand beside the counts of the measures and are no part of them.
 *
 * @param total number of work points
 * @param byStatus number by verified status, all states named
 * @param byClaimedStatus number by claimed status, all states named
 */
public record WorkPointCounts(long total, Map<TaskStatus, Long> byStatus, Map<TaskStatus, Long> byClaimedStatus) {

    static WorkPointCounts of(LeafCounts counts) {
        return new WorkPointCounts(counts.leaves(), counts.byStatus(), counts.byClaimedStatus());
    }
}
