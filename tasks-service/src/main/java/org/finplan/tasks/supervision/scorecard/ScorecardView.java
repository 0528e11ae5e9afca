package org.finplan.tasks.supervision.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How units did in a period. A ratio is reckoned from the counts beside it, never averaged over ratios.
 *
 * @param period period
 * @param periodStart its first day
 * @param periodEnd its last day
 * @param asOf the day that open matters are counted on (Asia/Shanghai)
 * @param units one line for each unit and region
 */
@Schema(name = "Scorecards")
record ScorecardView(String period, LocalDate periodStart, LocalDate periodEnd, LocalDate asOf, List<Line> units) {

    /**
     * How a unit did in a region.
     *
     * @param unit code of the unit
     * @param region region code
     * @param closed matters that were closed in the period
     * @param onTime how many of them were answered in time
     * @param onTimeRatio onTime / closed, to four digits; null when none was closed
     * @param returned answers to them that were returned
     * @param escalated steps of their ladders that went beyond the unit
     * @param overdueDays working days that their answers were late, together
     * @param scored how many of them are scored
     * @param points their points, together
     * @param averagePoints points / scored, to two digits; null when none is scored
     * @param open matters that are open now
     * @param overdue how many of them are late now
     */
    @Schema(name = "ScorecardLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String unit,
            String region,
            long closed,
            long onTime,
            @Nullable BigDecimal onTimeRatio,
            long returned,
            long escalated,
            long overdueDays,
            long scored,
            long points,
            @Nullable BigDecimal averagePoints,
            long open,
            long overdue) {

        private static final int POINT_DIGITS = 2;

        static Line of(UnitCounts counts) {
            return new Line(
                    counts.unit(),
                    counts.region(),
                    counts.closed(),
                    counts.onTime(),
                    UnitCounts.ratio(counts.onTime(), counts.closed()),
                    counts.returned(),
                    counts.escalated(),
                    counts.overdueDays(),
                    counts.scored(),
                    counts.points(),
                    UnitCounts.ratio(counts.points(), counts.scored(), POINT_DIGITS),
                    counts.open(),
                    counts.overdue());
        }
    }
}
