package org.finplan.tasks.task.due;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskStatus;

/**
 * A task that is due on a day.
 *
 * @param key its plan and its id
 * @param title its title
 * @param due the day
 * @param status where it stands, by verified reports
 * @param version counted up by each change
 * @param assignedAt when its lead was assigned, or null when the plan names it
 */
public record DueTask(
        TaskKey key,
        LocalizedText title,
        LocalDate due,
        TaskStatus status,
        long version,
        @Nullable Instant assignedAt) {}
