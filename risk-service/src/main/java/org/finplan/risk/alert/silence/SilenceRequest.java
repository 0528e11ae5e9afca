package org.finplan.risk.alert.silence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Mutes alerts for some time. */
@Schema(name = "NewSilence")
record SilenceRequest(
        @Schema(description = "All of them must match. Each field at most once; at least one.") @NotEmpty @Size(max = 5)
        List<@NotNull @Valid Matcher> matchers,

        @Schema(description = "When it begins; now when absent.", examples = "2099-09-28T01:00:00Z")
        Instant from,

        @Schema(description = "When it ends, at most 90 days after it begins.", examples = "2099-10-09T01:00:00Z")
        @NotNull
        Instant until,

        @Schema(description = "Why.", examples = "演示样本：系统切换，指标重复报送。") @NotBlank @Size(max = 2000)
        String reason) {

    /** What one field of an alert must be. */
    @Schema(name = "SilenceMatcher")
    record Matcher(
            @Schema(
                    description = "region (with all in it; the caller's city when it is not named), rule, indicator,"
                            + " institution, or level (up to that one; red when it is not named).",
                    examples = "level")
            @NotBlank
            @Size(max = 20)
            String field,

            @Schema(description = "Its value.", examples = "red") @NotBlank @Size(max = 200)
            String value) {}
}
