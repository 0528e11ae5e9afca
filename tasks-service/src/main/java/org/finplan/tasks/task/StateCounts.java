package org.finplan.tasks.task;

import java.util.Map;

/**
 * The leaves below a branch, counted by state. The plan weighs no measure against another, so there is no percentage.
 *
 * @param leaves number of leaves
 * @param byStatus number by verified status, all states named
 * @param byClaimedStatus number by claimed status, all states named
 * @param flagged number of leaves that are flagged for a region the caller reads
 */
record StateCounts(long leaves, Map<TaskStatus, Long> byStatus, Map<TaskStatus, Long> byClaimedStatus, long flagged) {}
