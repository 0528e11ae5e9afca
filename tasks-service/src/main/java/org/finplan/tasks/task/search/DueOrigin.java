package org.finplan.tasks.task.search;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the deadline of a node comes from.
 *
 * @param plan the deadline that the plan gives, or null; it stays when the city sets another
 * @param setBy subject who set the deadline in force, or null while that of the plan is
 * @param setAt when, or null
 */
@Schema(name = "TaskDueOrigin")
public record DueOrigin(
        @Nullable LocalDate plan,
        @Nullable String setBy,
        @Nullable Instant setAt) {}
