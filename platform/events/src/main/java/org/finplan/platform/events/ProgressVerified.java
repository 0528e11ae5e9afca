package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A claimed progress was verified.
 *
 * @param report id of the progress report
 * @param plan plan code
 * @param task task id
 * @param clause clause of the plan
 * @param region region that reported
 * @param status status that was verified
 * @param verifiedBy subject of the verifier, never the reporter
 * @param verifiedAt when it was verified
 */
public record ProgressVerified(
        UUID report,
        String plan,
        String task,
        String clause,
        String region,
        String status,
        String verifiedBy,
        Instant verifiedAt)
        implements EventData {}
