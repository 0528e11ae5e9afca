package org.finplan.tasks.supervision.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Asks that the clock stands.
 *
 * @param until the day on which it goes on by itself (Asia/Shanghai), after today
 * @param reason whom the unit waits for
 */
@Schema(name = "SuspendSupervision")
public record SuspendRequest(
        @NotNull @Schema(examples = "2099-12-31") LocalDate until,

        @NotBlank @Size(max = 2000) @Schema(examples = "演示样本：等待省级部门批复。")
        String reason) {}
