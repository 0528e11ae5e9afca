package org.finplan.tasks.change;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One field that a change touched.
 *
 * @param field its name, such as dueDate or titleZh
 * @param before what it held before: a text, a number, a list or null
 * @param after what it holds since: a text, a number, a list or null
 */
@Schema(name = "TaskFieldChange")
record FieldChangeView(
        String field,

        @Schema(implementation = Object.class, nullable = true)
        JsonNode before,

        @Schema(implementation = Object.class, nullable = true)
        JsonNode after) {}
