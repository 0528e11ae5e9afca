package org.finplan.risk.report.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A source of reports.
 *
 * @param institution code of the institution that it delivers for
 * @param source its code
 * @param mode realtime or periodic
 * @param frequency month, quarter, half-year or year; null in real time
 * @param graceDays days before it is late
 * @param since day from which it delivers
 * @param lastPeriodEnd end of the newest period that it delivered, or null
 * @param lastReceivedAt when it delivered last, or null
 * @param expectedPeriodEnd end of the newest period that is due of a periodic source, or null
 * @param late whether it is late on the day asked for
 */
@Schema(name = "ReportSource")
@JsonInclude(JsonInclude.Include.ALWAYS)
record SourceView(
        String institution,
        String source,
        String mode,
        @Nullable String frequency,
        int graceDays,
        LocalDate since,
        @Nullable LocalDate lastPeriodEnd,
        @Nullable Instant lastReceivedAt,
        @Nullable LocalDate expectedPeriodEnd,
        boolean late) {}
