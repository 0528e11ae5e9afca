package org.finplan.risk.rulebook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a rule is retired. */
@Schema(name = "RetireRule")
record RetireRuleRequest(
        @Schema(description = "Why.", examples = "演示样本：条文已废止") @NotBlank @Size(max = 500)
        String reason) {}
