package org.finplan.risk.report.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * Something that institutions report.
 *
 * @param code its code, such as {@code net-assets}
 * @param name its name
 * @param unit unit that it is kept in; others of the same kind are converted exactly
 * @param sign non-negative or any
 * @param measure stock at the end of the period, or flow within it
 * @param derived formula over other metrics by which it follows, or null when it is reported; a percentage is the ratio times 100
 */
@Schema(name = "Metric")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Metric(
        String code,
        LocalizedText name,
        String unit,
        String sign,
        String measure,
        @Nullable String derived) {

    private static final String NON_NEGATIVE = "non-negative";

    /**
     * Whether it can have a value.
     *
     * @param value a value in its unit
     * @return false when the value has a sign that the metric cannot have
     */
    public boolean canBe(BigDecimal value) {
        return value.signum() >= 0 || !sign.equals(NON_NEGATIVE);
    }
}
