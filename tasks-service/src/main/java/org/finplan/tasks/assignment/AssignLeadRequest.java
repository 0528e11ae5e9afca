package org.finplan.tasks.assignment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is to lead a task.
 *
 * @param organisation code of an organisation that the plan names
 */
@Schema(name = "AssignLead")
record AssignLeadRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "zq-gov")
        String organisation) {}
