package org.finplan.platform.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * The judgement of an indicator against its path changed: another state, or the same state on other figures.
 *
 * @param plan plan code
 * @param indicator indicator code
 * @param indicatorName name of the indicator
 * @param region region code
 * @param regionName name of the region
 * @param period period that is judged
 * @param previousState state before, or null when it was never judged
 * @param state achieved, ahead, on-course, behind, off-course, not-assessable or no-data
 * @param actual value that was judged, or null
 * @param expected value expected on the path, or null
 * @param gap actual minus expected, or null
 * @param target target value, or null
 * @param comparator comparator of the target, or null
 * @param unit unit code
 * @param clause clause of the target, or null
 * @param observation the observation that was judged, or null
 * @param observationVersion its version, or null
 * @param method version of the attainment method
 * @param assessedAt when it was judged
 * @param afterEnd true when the plan had ended by then, so that a late or corrected figure of its own years was judged;
 *     null while it is in force
 * @param comparability linked, unconfirmed or not-comparable when the definition of the series changed between value, target and
 *     baseline; null when they can be compared as they are
 */
public record AttainmentChanged(
        String plan,
        String indicator,
        LocalizedText indicatorName,
        String region,
        LocalizedText regionName,
        String period,
        AttainmentState previousState,
        AttainmentState state,
        BigDecimal actual,
        BigDecimal expected,
        BigDecimal gap,
        BigDecimal target,
        String comparator,
        String unit,
        String clause,
        UUID observation,
        Integer observationVersion,
        String method,
        Instant assessedAt,
        Boolean afterEnd,
        String comparability)
        implements EventData {}
