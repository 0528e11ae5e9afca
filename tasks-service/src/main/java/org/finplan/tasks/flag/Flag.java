package org.finplan.tasks.flag;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * Why a leaf is flagged: an indicator that it moves is behind its path or off course in a region that it concerns.
 *
 * @param indicator indicator code
 * @param indicatorName name of the indicator
 * @param region region of the figure
 * @param regionName name of the region
 * @param period newest period that could be judged
 * @param state behind or off-course
 * @param reason the same in words
 * @param actual value judged, or null
 * @param expected value expected on the path, or null
 * @param gap actual minus expected, or null
 * @param target target value, or null
 * @param comparator comparator of the target, or null
 * @param unit unit code, or null
 * @param clause clause of the target, or null
 * @param method version of the attainment method
 * @param event id of the event that told it
 * @param flaggedAt when the leaf was flagged for this cause, or last changed its state
 */
@Schema(name = "TaskFlag")
public record Flag(
        String indicator,
        LocalizedText indicatorName,
        String region,
        LocalizedText regionName,
        String period,
        String state,
        LocalizedText reason,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal target,
        @Nullable String comparator,
        @Nullable String unit,
        @Nullable String clause,
        String method,
        UUID event,
        Instant flaggedAt) {}
