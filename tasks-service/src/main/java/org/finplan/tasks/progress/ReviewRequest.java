package org.finplan.tasks.progress;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a reviewer says.
 *
 * @param comment remarks; the reason when a report is returned
 */
@Schema(name = "ReviewReport")
record ReviewRequest(
        @Size(max = 2000) @Schema(examples = "演示样本：已核实。") String comment) {}
