package org.finplan.risk.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A body that disclosed nothing for a year.
 *
 * @param bodyClass code of its class
 * @param body its unified social credit code
 * @param name its name
 * @param region its region
 * @param year the year
 * @param dueOn the last day on which it is disclosed in time
 * @param late whether that day has passed
 * @param lastYear the latest year that the body disclosed, or null when it never did
 */
@Schema(name = "MissingDisclosure")
@JsonInclude(JsonInclude.Include.ALWAYS)
record MissingDisclosure(
        String bodyClass,
        String body,
        String name,
        String region,
        int year,
        LocalDate dueOn,
        boolean late,
        @Nullable Integer lastYear) {}
