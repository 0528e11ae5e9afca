package org.finplan.tasks.task.due;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;

/**
 * A leaf of a plan, as far as it is assessed.
 *
 * @param id id within the plan
 * @param lead code of the unit that leads it, or null while nobody does
 * @param regions the regions that it names, possibly none
 * @param due its due date, or null
 */
public record PlanLeaf(
        String id,
        @Nullable String lead,
        List<String> regions,
        @Nullable LocalDate due) {}
