package org.finplan.platform.events;

import java.time.Instant;

/**
 * A person gave a task to units, instead of all that had it.
 *
 * @param plan plan code
 * @param task task id
 * @param clause clause of the plan
 * @param lead unit that leads
 * @param responsible units that are responsible beside it, with commas between, or null
 * @param cooperating units that work on it with them, with commas between, or null
 * @param assignedBy subject of whoever did it
 * @param assignedAt when
 */
public record TaskAssigned(
        String plan,
        String task,
        String clause,
        String lead,
        String responsible,
        String cooperating,
        String assignedBy,
        Instant assignedAt)
        implements EventData {}
