package org.finplan.tasks.edit;

import jakarta.validation.Valid;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.tasks.assignment.AssignmentRequest;

/**
 * What is to be different of every task that the filter finds.
 *
 * @param dueDate the deadline that the city sets
 * @param clearDueDate true: the deadline of the plan counts again, which may be none
 * @param units all units that they are given to; those that they were given to before have them no more
 */
@Schema(name = "CommonTaskChange")
record CommonChange(
        LocalDate dueDate, Boolean clearDueDate, @Valid AssignmentRequest units) {

    TaskChange change() {
        return new TaskChange(
                dueDate, Boolean.TRUE.equals(clearDueDate), null, null, units == null ? null : units.responsibility());
    }
}
