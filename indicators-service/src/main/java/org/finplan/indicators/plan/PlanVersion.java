package org.finplan.indicators.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * A version of a plan's targets. The first is the plan as it was issued; a mid-term adjustment adds a further one and
 * leaves those before readable.
 *
 * @param plan plan code
 * @param version 1, 2, 3 …
 * @param title title of the document that made it
 * @param reference number of that document, or null
 * @param reason why, or null for the first
 * @param recordedAt when the suite learned it, or null for the first
 * @param recordedBy who recorded it, or null for the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanVersion(
        String plan,
        int version,
        String title,
        @Nullable String reference,
        @Nullable String reason,
        @Nullable Instant recordedAt,
        @Nullable String recordedBy) {}
