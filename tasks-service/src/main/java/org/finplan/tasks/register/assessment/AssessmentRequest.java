package org.finplan.tasks.register.assessment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was found of an entry.
 *
 * @param date day of the assessment (Asia/Shanghai), not in the future and not before the entry came into the register
 * @param by body that assessed it
 * @param finding what it found
 * @param evidence where that can be read, such as the number of a document, or null
 */
@Schema(name = "NewRegisterAssessment")
record AssessmentRequest(
        @NotNull @Schema(examples = "2024-12-31") LocalDate date,

        @NotBlank @Size(max = 400) @Schema(examples = "演示样本：评估单位")
        String by,

        @NotBlank @Size(max = 4000) @Schema(examples = "演示样本：试点按计划推进")
        String finding,

        @Size(max = 1000) String evidence) {}
