package org.finplan.tasks.milestone.dependency;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a leaf waits no more.
 *
 * @param reason why
 */
@Schema(name = "RemoveTaskDependency")
record DependencyReasonRequest(
        @NotBlank @Size(max = 2000) @Schema(examples = "演示样本：两项工作可以同时进行")
        String reason) {}
