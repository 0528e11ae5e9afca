package org.finplan.indicators.planlife;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A step of the life of a plan as it is sent.
 *
 * @param reason why, 1 to 500 characters
 */
public record PlanDecisionRequest(
        @Schema(required = true, examples = "演示样本：终期评估已完成（sample: final evaluation done）")
        String reason) {}
