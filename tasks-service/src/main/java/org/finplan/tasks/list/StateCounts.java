package org.finplan.tasks.list;

import java.util.Map;
import org.finplan.tasks.task.TaskStatus;
import org.finplan.tasks.task.search.LeafCounts;

/**
 * The measures below a branch, counted by state. The plan weighs no measure against another, so there is no percentage.
 *
 * @param leaves number of measures
 * @param byStatus number by verified status, all states named
 * @param byClaimedStatus number by claimed status, all states named
 * @param flagged number of leaves that are flagged for a region the caller reads
 */
public record StateCounts(
        long leaves, Map<TaskStatus, Long> byStatus, Map<TaskStatus, Long> byClaimedStatus, long flagged) {

    /**
     * Shows counts.
     *
     * @param counts the leaves below a branch
     * @return what is answered
     */
    static StateCounts of(LeafCounts counts) {
        return new StateCounts(counts.leaves(), counts.byStatus(), counts.byClaimedStatus(), counts.flagged());
    }
}
