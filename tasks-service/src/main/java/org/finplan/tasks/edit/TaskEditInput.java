package org.finplan.tasks.edit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.tasks.assignment.AssignmentRequest;

/**
 * What is to be different of one task. What is absent stays as it is.
 *
 * @param task its id within the plan
 * @param version its version as it was read
 * @param dueDate the deadline that the city sets
 * @param clearDueDate true: the deadline of the plan counts again, which may be none
 * @param title title of a work point
 * @param summary what is to be done for a work point
 * @param units all units that it is given to; those that it was given to before have it no more
 */
@Schema(name = "TaskEdit")
record TaskEditInput(
        @NotBlank @Size(max = 100) @Schema(examples = "t4.1.1.1.m01")
        String task,

        @NotNull @Schema(examples = "1") Long version,
        @Schema(examples = "2025-12-31") LocalDate dueDate,
        Boolean clearDueDate,
        @Valid TextChange title,
        @Valid TextChange summary,
        @Valid AssignmentRequest units) {

    TaskChange change() {
        return new TaskChange(
                dueDate,
                Boolean.TRUE.equals(clearDueDate),
                TextChange.text(title),
                TextChange.text(summary),
                units == null ? null : units.responsibility());
    }
}
