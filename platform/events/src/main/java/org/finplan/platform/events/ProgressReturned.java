package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A claimed progress was sent back to its reporter.
 *
 * @param report id of the progress report
 * @param plan plan code
 * @param task task id
 * @param clause clause of the plan
 * @param region region that reported
 * @param reason why it was returned
 * @param returnedBy subject of the reviewer
 * @param returnedAt when it was returned
 */
public record ProgressReturned(
        UUID report,
        String plan,
        String task,
        String clause,
        String region,
        String reason,
        String returnedBy,
        Instant returnedAt)
        implements EventData {}
