package org.finplan.platform.events;

import java.time.Instant;

/**
 * The state of a task changed: its verified status, or its flag.
 *
 * @param plan plan code
 * @param task task id
 * @param clause clause of the plan
 * @param previousStatus not_started, in_progress, done or stopped
 * @param status status now
 * @param flagged whether an indicator that the task moves is behind its path
 * @param reason why the status or the flag changed
 * @param indicator indicator that set or cleared the flag, or null
 * @param region region of that indicator's figure, or null
 * @param changedAt when it changed
 */
public record TaskStatusChanged(
        String plan,
        String task,
        String clause,
        String previousStatus,
        String status,
        boolean flagged,
        LocalizedText reason,
        String indicator,
        String region,
        Instant changedAt)
        implements EventData {}
