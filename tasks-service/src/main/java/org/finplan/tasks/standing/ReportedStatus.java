package org.finplan.tasks.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.finplan.tasks.task.TaskStatus;

/**
 * A status of a leaf that one region reported.
 *
 * @param region region code
 * @param status the status that it reported
 * @param on date that its report is about
 * @param at when the report was filed or, once verified, verified
 */
public record ReportedStatus(String region, TaskStatus status, LocalDate on, Instant at) {

    /** The newest date wins; of one date, what came last. */
    static final Comparator<ReportedStatus> BY_AGE =
            Comparator.comparing(ReportedStatus::on).thenComparing(ReportedStatus::at);
}
