package org.finplan.platform.events;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A figure that was to be reported by a day is not there.
 *
 * @param plan plan code
 * @param indicator indicator code
 * @param indicatorName name of the indicator
 * @param region region concerned
 * @param regionName name of the region
 * @param period period whose figure is missing
 * @param dueOn last day on which it was in time (Asia/Shanghai)
 * @param foundAt when it was found missing
 */
public record ReportOverdue(
        String plan,
        String indicator,
        LocalizedText indicatorName,
        String region,
        LocalizedText regionName,
        String period,
        LocalDate dueOn,
        Instant foundAt)
        implements EventData {}
