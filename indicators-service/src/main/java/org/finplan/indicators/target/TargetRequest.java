package org.finplan.indicators.target;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A target as it is sent.
 *
 * @param plan plan code
 * @param indicator indicator code
 * @param region region code
 * @param year the year, inside the plan
 * @param comparator ge or gt where more is better, le or lt where less is; lt_benchmark where the plan has a benchmark
 * @param value the number; absent for a benchmark
 * @param unit unit code; another unit of the same kind is converted exactly
 * @param baseline where the path starts; absent for a benchmark
 * @param path compound or linear; when absent what is usual for the indicator
 * @param nature expected or binding
 * @param reason why a version follows the one before; needed when revising
 */
record TargetRequest(
        @Schema(required = true, examples = "zq-fin-14fyp") String plan,
        @Schema(required = true, examples = "green-credit") String indicator,
        @Schema(required = true, examples = "441202") String region,
        @Schema(required = true, examples = "2025") Integer year,
        @Schema(required = true, examples = "ge") String comparator,
        @Schema(examples = "60") BigDecimal value,
        @Schema(examples = "CNY_100M") String unit,
        Baseline baseline,
        @Schema(examples = "compound") String path,
        @Schema(examples = "expected") String nature,
        @Schema(examples = "mid-term adjustment") String reason) {

    /**
     * Where a path starts.
     *
     * @param year year before the target
     * @param value the value in the unit of the target
     */
    record Baseline(
            @Schema(required = true, examples = "2020") Integer year,
            @Schema(required = true, examples = "25.3") BigDecimal value) {}
}
