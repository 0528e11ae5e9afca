package org.finplan.indicators.due;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * A report that was overdue.
 *
 * @param indicator indicator code
 * @param name its name
 * @param region region code
 * @param regionName its name
 * @param period the period
 * @param dueOn the last day that was in time (Asia/Shanghai)
 * @param toldAt when report.overdue told of it
 * @param arrivedAt since when the figure is there; null while it is missing
 * @param daysLate days from dueOn to the arrival, or to today while it is missing
 */
@Schema(name = "OverdueReport")
record OverdueReportView(
        String indicator,
        LocalizedText name,
        String region,
        LocalizedText regionName,
        String period,
        LocalDate dueOn,
        Instant toldAt,
        @Nullable Instant arrivedAt,
        long daysLate) {}
