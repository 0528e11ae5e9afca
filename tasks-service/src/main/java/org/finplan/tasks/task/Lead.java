package org.finplan.tasks.task;

import java.time.Instant;

/**
 * Who leads a task.
 *
 * @param organisation organisation code
 * @param source "plan" when the plan names it, "assigned" when a person did
 * @param assignedBy subject who assigned it, or null
 * @param assignedAt when, or null
 */
record Lead(String organisation, String source, String assignedBy, Instant assignedAt) {

    static final String ASSIGNED = "assigned";
}
