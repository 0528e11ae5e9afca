package org.finplan.risk.rulebook.content;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/** A text of a rule as it is written, in both languages. */
@Schema(name = "RuleText")
public record RuleText(
        @Schema(description = "In Chinese.", examples = "演示样本：杠杆倍数") @NotBlank @Size(max = LONGEST)
        String zh,

        @Schema(description = "In English.", examples = "Sample: leverage") @NotBlank @Size(max = LONGEST)
        String en) {

    private static final int LONGEST = 500;

    /** {@return it as a text} */
    public LocalizedText text() {
        return new LocalizedText(zh, en);
    }
}
