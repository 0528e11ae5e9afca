package org.finplan.tasks.task.edit;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import org.finplan.tasks.task.TaskKey;

/**
 * A work point that is made.
 *
 * @param measure key of the measure that it is for
 * @param year the year that it is for
 * @param says what it says
 * @param due its deadline, or null
 */
public record NewWorkPoint(
        TaskKey measure,
        int year,
        EditableTask.Says says,
        @Nullable LocalDate due) {}
