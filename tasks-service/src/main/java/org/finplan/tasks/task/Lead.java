package org.finplan.tasks.task;

import jakarta.annotation.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who leads a task.
 *
 * @param organisation organisation code
 * @param source "plan" when the plan names it, "assigned" when a person did
 * @param assignedBy subject who assigned it, or null
 * @param assignedAt when, or null
 */
@Schema(name = "TaskLead")
public record Lead(
        String organisation,
        String source,
        @Nullable String assignedBy,
        @Nullable Instant assignedAt) {

    static final String ASSIGNED = "assigned";
}
