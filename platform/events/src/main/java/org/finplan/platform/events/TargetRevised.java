package org.finplan.platform.events;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A target was set or replaced for an indicator and a region.
 *
 * @param plan plan code
 * @param indicator indicator code
 * @param region region code
 * @param year year that the target is for
 * @param version version of the target
 * @param comparator ge, gt, le, lt, between or lt_benchmark
 * @param value the target, of a band the lower end; null for a benchmark without a printed value
 * @param upper the upper end of a band, or null
 * @param unit unit code
 * @param recordedAt when it was set
 */
public record TargetRevised(
        String plan,
        String indicator,
        String region,
        int year,
        int version,
        String comparator,
        BigDecimal value,
        BigDecimal upper,
        String unit,
        Instant recordedAt)
        implements EventData {}
