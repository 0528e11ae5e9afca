package org.finplan.tasks.milestone;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A milestone was reached.
 *
 * @param actualDate day on which it was (Asia/Shanghai), not in the future and not before the plan
 * @param note what shows it, such as the number of a document, or null
 */
@Schema(name = "AchieveMilestone")
record AchieveRequest(
        @NotNull @Schema(examples = "2025-06-27") LocalDate actualDate,

        @Size(max = 2000) @Schema(examples = "演示样本文件 1 号") String note) {}
