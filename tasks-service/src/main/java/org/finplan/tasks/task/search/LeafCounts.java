package org.finplan.tasks.task.search;

import java.util.EnumMap;
import java.util.Map;
import org.finplan.tasks.task.TaskStatus;

/**
 * The leaves below a branch, counted by status.
 *
 * @param leaves number of leaves
 * @param byStatus number by verified status, every status named
 * @param byClaimedStatus number by claimed status, every status named
 * @param flagged number of leaves that are flagged
 */
public record LeafCounts(
        long leaves, Map<TaskStatus, Long> byStatus, Map<TaskStatus, Long> byClaimedStatus, long flagged) {

    /** No leaf. */
    static final LeafCounts NONE = new LeafCounts(0, zero(), zero(), 0);

    /** {@return these leaves and others of one pair of statuses} */
    LeafCounts plus(TaskStatus status, TaskStatus claimed, long number) {
        return new LeafCounts(
                leaves + number, plus(byStatus, status, number), plus(byClaimedStatus, claimed, number), flagged);
    }

    /** {@return the same leaves, so many of them flagged} */
    LeafCounts flagged(long number) {
        return new LeafCounts(leaves, byStatus, byClaimedStatus, number);
    }

    private static Map<TaskStatus, Long> plus(Map<TaskStatus, Long> counts, TaskStatus status, long number) {
        Map<TaskStatus, Long> more = new EnumMap<>(counts);
        more.merge(status, number, Long::sum);
        return more;
    }

    private static Map<TaskStatus, Long> zero() {
        Map<TaskStatus, Long> counts = new EnumMap<>(TaskStatus.class);
        for (TaskStatus status : TaskStatus.values()) {
            counts.put(status, 0L);
        }
        return counts;
    }
}
