package org.finplan.platform.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A unit or a district reported progress on a leaf of the task tree: a claim that waits for verification.
 *
 * @param report id of the progress report
 * @param plan plan code
 * @param task task id
 * @param clause clause of the plan
 * @param region region that reports
 * @param status claimed status of the task
 * @param reportedFor date that the report is about
 * @param reportedBy subject of the reporter
 * @param reportedAt when it was filed
 */
public record ProgressReported(
        UUID report,
        String plan,
        String task,
        String clause,
        String region,
        String status,
        LocalDate reportedFor,
        String reportedBy,
        Instant reportedAt)
        implements EventData {}
