package org.finplan.tasks.supervision.scorecard;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is counted of the matters of a unit in a region.
 *
 * @param unit code of the unit
 * @param region region code
 * @param closed matters that were closed in the time
 * @param onTime how many of them were answered in time
 * @param returned answers to them that were returned
 * @param escalated steps of their ladders that went beyond the unit
 * @param overdueDays working days that their answers were late, together
 * @param scored how many of them are scored
 * @param points their points, together
 * @param open matters that are open now
 * @param overdue how many of them are late now
 */
public record UnitCounts(
        @Nullable String unit,
        String region,
        long closed,
        long onTime,
        long returned,
        long escalated,
        long overdueDays,
        long scored,
        long points,
        long open,
        long overdue) {

    private static final int RATIO_DIGITS = 4;

    /**
     * Nothing at all.
     *
     * @param unit code of the unit, or null
     * @param region region code
     * @return counts of nothing
     */
    public static UnitCounts none(@Nullable String unit, String region) {
        return new UnitCounts(unit, region, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * A part of a whole.
     *
     * @param part the part
     * @param whole the whole
     * @return part / whole to four digits; null when there is no whole
     */
    @Nullable
    public static BigDecimal ratio(long part, long whole) {
        return ratio(part, whole, RATIO_DIGITS);
    }

    @Nullable
    static BigDecimal ratio(long part, long whole, int digits) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), digits, RoundingMode.HALF_UP);
    }
}
