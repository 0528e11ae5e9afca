package org.finplan.tasks.supervision.handling;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Gives a matter to a unit.
 *
 * @param unit code of the unit, when it is another one than was registered
 * @param note words for the unit
 */
@Schema(name = "AssignSupervision")
public record AssignRequest(
        @Size(min = 1, max = 80) String unit,
        @Size(max = 2000) @Schema(examples = "演示样本：请按期办理。") String note) {}
