package org.finplan.risk.alert.inhibition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Lets alerts of one rule mute those of another. */
@Schema(name = "NewInhibitionRule")
record InhibitionRuleRequest(
        @Schema(description = "Rule whose open alerts mute.", examples = "npl-ratio-above-province")
        @NotBlank
        @Size(max = 100)
        String sourceRule,

        @Schema(
                description = "State that such an alert must be in; any that is open when absent.",
                examples = "disposing")
        @Size(max = 20)
        String sourceState,

        @Schema(
                description = "Rule whose alerts are muted; every other one when absent.",
                examples = "plan-indicator-off-path")
        @Size(max = 100)
        String targetRule,

        @Schema(description = "In what both alerts are equal: region, institution or subject.", examples = "region")
        @NotBlank
        @Size(max = 20)
        String equal,

        @Schema(description = "Why the one follows from the other.", examples = "演示样本：已进入处置，不重复发送。")
        @NotBlank
        @Size(max = 2000)
        String reason) {}
