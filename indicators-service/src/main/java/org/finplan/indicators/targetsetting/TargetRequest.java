package org.finplan.indicators.targetsetting;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A target as it is sent.
 *
 * @param plan plan code
 * @param indicator indicator code
 * @param region region code
 * @param year the year, inside the plan; of a cumulative target the last year of its span
 * @param comparator ge or gt where more is better, le or lt where less is; between for a band; lt_benchmark where the plan
 *     has a benchmark; needed unless a person judges
 * @param value the number, of a band the lower end; absent for a benchmark, and where a person judges
 * @param upper the upper end of a band
 * @param unit unit code; another unit of the same kind is converted exactly
 * @param baseline where the path starts; absent for a benchmark, or when the value at the start is not known
 * @param path compound, linear, step, floor or custom; when absent what is usual for the indicator
 * @param points the points of a custom path, the first of them the baseline, the last the target; of a cumulative target what is to have
 *     come together by the end of a year
 * @param nature expected or binding
 * @param kind value, range, benchmark, yearly, cumulative or qualitative; when absent that of the plan's own target where it is
 *     one of the last three, else what the comparator tells
 * @param assessor code of the organisation that says whether a qualitative target is met; the plan's own when absent
 * @param reason why a version follows the one before; needed when revising
 */
public record TargetRequest(
        @Schema(required = true, examples = "zq-fin-14fyp") String plan,
        @Schema(required = true, examples = "green-credit") String indicator,
        @Schema(required = true, examples = "441202") String region,
        @Schema(required = true, examples = "2025") Integer year,
        @Schema(examples = "ge") String comparator,
        @Schema(examples = "60") BigDecimal value,
        BigDecimal upper,
        @Schema(examples = "CNY_100M") String unit,
        Point baseline,
        @Schema(examples = "custom") String path,

        @Schema(examples = "[{\"year\": 2020, \"value\": 25.3}, {\"year\": 2025, \"value\": 60}]")
        List<Point> points,

        @Schema(examples = "expected") String nature,
        @Schema(examples = "value") String kind,
        String assessor,
        @Schema(examples = "mid-term adjustment") String reason) {

    /**
     * A point of a path.
     *
     * @param year the year, at whose end the value is meant to be reached
     * @param value the value in the unit of the target
     */
    @Schema(name = "RequestedPoint")
    public record Point(
            @Schema(required = true, examples = "2020") Integer year,
            @Schema(required = true, examples = "25.3") BigDecimal value) {}
}
