package org.finplan.tasks.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A field before and after a change.
 *
 * @param field dueDate, dueDateSetByCity, title.zh, title.en, summary.zh, summary.en, lead, or responsible and
 *     cooperating with commas between the units
 * @param before its value as it was, or null
 * @param after its value then, or null
 */
@Schema(name = "TaskEditedField")
@JsonInclude(JsonInclude.Include.ALWAYS)
record FieldChange(
        String field, @Nullable String before, @Nullable String after) {}
