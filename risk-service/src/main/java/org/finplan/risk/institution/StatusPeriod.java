package org.finplan.risk.institution;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A status that an institution has or had.
 *
 * @param status the status
 * @param since first day of it
 * @param reason why, or null
 * @param recordedBy subject who recorded it
 * @param recordedAt when
 */
@Schema(name = "InstitutionStatusPeriod")
@JsonInclude(JsonInclude.Include.ALWAYS)
record StatusPeriod(
        String status, LocalDate since, @Nullable String reason, String recordedBy, Instant recordedAt) {}
