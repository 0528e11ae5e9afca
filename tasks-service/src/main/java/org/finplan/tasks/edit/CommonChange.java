package org.finplan.tasks.edit;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to be different of every task that the filter finds.
 *
 * @param dueDate the deadline that the city sets
 * @param clearDueDate true: the deadline of the plan counts again, which may be none
 */
@Schema(name = "CommonTaskChange")
record CommonChange(LocalDate dueDate, Boolean clearDueDate) {

    TaskChange change() {
        return new TaskChange(dueDate, Boolean.TRUE.equals(clearDueDate), null, null);
    }
}
