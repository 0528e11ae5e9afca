package org.finplan.tasks.register.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry leaves the register; it stays readable.
 *
 * @param date since when (Asia/Shanghai), not in the future and not before the last stage
 * @param reason why
 */
@Schema(name = "EndRegisterEntry")
record EndRequest(
        @NotNull @Schema(examples = "2024-12-31") LocalDate date,

        @NotBlank @Size(max = 2000) @Schema(examples = "演示样本：企业迁出本市")
        String reason) {}
