package org.finplan.tasks.baseline;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * An instant that is to get a name.
 *
 * @param plan plan code
 * @param name what it is to be called
 * @param at the instant, not in the future and not before the history of the plan began; now when absent
 * @param note why, or null
 */
@Schema(name = "NameBaseline")
record BaselineRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "zq-fin-14fyp")
        String plan,

        @NotNull @Valid Name name,
        Instant at,

        @Size(max = 2000) @Schema(examples = "演示样本：年度计划会议通过")
        String note) {

    /**
     * A name.
     *
     * @param zh in Chinese
     * @param en in English; without it the Chinese one stands for it
     */
    @Schema(name = "BaselineName")
    record Name(
            @NotBlank @Size(max = 200) @Schema(examples = "演示样本：年初计划")
            String zh,

            @Size(max = 200) @Schema(examples = "Sample: plan of the new year")
            String en) {

        LocalizedText text() {
            return new LocalizedText(zh.strip(), en == null || en.isBlank() ? zh.strip() : en.strip());
        }
    }
}
