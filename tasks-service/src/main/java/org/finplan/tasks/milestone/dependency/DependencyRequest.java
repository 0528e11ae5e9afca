package org.finplan.tasks.milestone.dependency;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a leaf is to wait for.
 *
 * @param predecessor id of another leaf of the same plan, which must be finished first
 * @param lagWorkingDays working days that must lie between; 0 when absent
 */
@Schema(name = "AddTaskDependency")
record DependencyRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "t4.1.1.1.m02")
        String predecessor,

        @Min(0) @Max(1000) @Schema(examples = "5") Integer lagWorkingDays) {

    int lag() {
        return lagWorkingDays == null ? 0 : lagWorkingDays;
    }
}
