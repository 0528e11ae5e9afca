package org.finplan.tasks.baseline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * Something that is otherwise now than at the earlier instant.
 *
 * @param task id of the task that it is, or belongs to
 * @param taskTitle title of that task now
 * @param kind task, milestone or dependency
 * @param id id of the task, the milestone or the dependency
 * @param change added, changed or removed; a task that the plan names no more is removed
 * @param fields what is otherwise; of what was added or removed all that it says or said
 */
@Schema(name = "BaselineDifference")
record DifferenceView(
        String task, LocalizedText taskTitle, String kind, String id, String change, List<FieldView> fields) {

    /**
     * A field that is otherwise.
     *
     * @param field its name, such as plannedDate or titleZh
     * @param before what it held: a text, a number, a list or null
     * @param now what it holds: a text, a number, a list or null
     * @param workingDays of a planned day or a deadline that moved: working days later, negative when earlier; absent otherwise
     */
    @Schema(name = "BaselineFieldDifference")
    record FieldView(
            String field,

            @Schema(implementation = Object.class, nullable = true)
            JsonNode before,

            @Schema(implementation = Object.class, nullable = true)
            JsonNode now,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer workingDays) {}
}
