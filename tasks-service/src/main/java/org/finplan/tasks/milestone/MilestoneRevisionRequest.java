package org.finplan.tasks.milestone;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a milestone is to say from now on; all of it is replaced.
 *
 * @param title what is to be reached
 * @param plannedStart day on which its work is planned to begin (Asia/Shanghai), or null
 * @param plannedDate day by which it is planned to be reached (Asia/Shanghai), not after the deadline of the task
 * @param weight its share in the whole beside those of the others; null when all count the same
 * @param order place among the milestones of the task, from 1; as it is when absent
 * @param reason why it is changed
 */
@Schema(name = "ReviseMilestone")
record MilestoneRevisionRequest(
        @NotNull @Valid MilestoneTitleInput title,
        @Schema(examples = "2025-03-01") LocalDate plannedStart,
        @NotNull @Schema(examples = "2025-09-30") LocalDate plannedDate,

        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1000000")
        @Digits(integer = 7, fraction = 6)
        @Schema(examples = "2")
        BigDecimal weight,

        @Min(1) @Max(10_000) Integer order,

        @NotBlank @Size(max = 2000) @Schema(examples = "演示样本：等待上级批复")
        String reason) {

    Milestone.Content content(int place) {
        return new MilestoneRequest(title, plannedStart, plannedDate, weight, order).content(place);
    }
}
