package org.finplan.tasks.edit;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The deadline that the city sets for a task.
 *
 * @param dueDate the day; null or absent goes back to the deadline of the plan, which may be none
 * @param reason why, for the audit record
 */
@Schema(name = "TaskDueDate")
record DueDateRequest(
        @Schema(examples = "2025-12-31") LocalDate dueDate,

        @Size(max = 2000) @Schema(examples = "演示样本：年度安排") String reason) {}
