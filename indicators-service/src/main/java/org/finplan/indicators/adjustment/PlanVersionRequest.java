package org.finplan.indicators.adjustment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.targetsetting.TargetRequest;

/**
 * A mid-term adjustment as it is sent.
 *
 * @param title title of the document that adjusts the plan
 * @param reference number of that document
 * @param reason why the plan is adjusted
 * @param targets the targets that change or are new, 1 to 500; each as it is to be
 */
record PlanVersionRequest(
        @Schema(required = true, examples = "演示样本：规划中期调整（sample mid-term adjustment）")
        String title,

        @Schema(examples = "演示样本 1 号") String reference,

        @Schema(required = true, examples = "mid-term adjustment")
        String reason,

        @Schema(required = true) List<TargetRequest> targets) {}
