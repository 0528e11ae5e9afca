package org.finplan.tasks.progress;

import java.time.LocalDate;
import org.finplan.tasks.task.TaskStatus;

/**
 * What was verified of a task in a region.
 *
 * @param task id of the task within its plan
 * @param region region code
 * @param status the state that was verified
 * @param on the day that it was reported for
 */
public record VerifiedStatus(String task, String region, TaskStatus status, LocalDate on) {}
