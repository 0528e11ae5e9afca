package org.finplan.tasks.supervision.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Asks for more time.
 *
 * @param due the deadline that is asked for (Asia/Shanghai), after the current one
 * @param reason why
 */
@Schema(name = "AskSupervisionExtension")
public record ExtensionRequest(
        @NotNull @Schema(examples = "2099-12-31") LocalDate due,

        @NotBlank @Size(max = 2000) @Schema(examples = "演示样本：数据量大。")
        String reason) {}
