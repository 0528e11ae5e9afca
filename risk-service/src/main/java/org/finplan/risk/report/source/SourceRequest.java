package org.finplan.risk.report.source;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a source delivers for an institution.
 *
 * @param mode realtime or periodic
 * @param frequency month, quarter, half-year or year of a periodic source; absent of one in real time
 * @param graceDays days after the end of a period, or after the last delivery of a source in real time, before it is late
 * @param since day from which it delivers
 */
@Schema(name = "ReportSourceSetting")
record SourceRequest(
        @Schema(examples = "periodic") @NotBlank String mode,
        @Schema(examples = "month") @Nullable String frequency,
        @Schema(examples = "15") @Min(0) @Max(MOST_DAYS) int graceDays,
        @Schema(examples = "2026-01-01") @NotNull LocalDate since) {

    private static final int MOST_DAYS = 366;
}
