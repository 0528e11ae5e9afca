package org.finplan.risk.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.institution.SourceDocument;

/**
 * What a body disclosed for a year.
 *
 * @param id its id
 * @param body unified social credit code of the body
 * @param bodyClass code of its class
 * @param region its region
 * @param year the year
 * @param version version, counted for body and year
 * @param publishedOn the day of publication
 * @param late whether that was after it was due
 * @param document what was published, and where it is read
 * @param reason why it took the place of the version before, or null
 * @param recordedBy subject who recorded it
 * @param recordedAt when
 */
@Schema(name = "EnvironmentalDisclosure")
@JsonInclude(JsonInclude.Include.ALWAYS)
record EnvironmentalDisclosure(
        UUID id,
        String body,
        String bodyClass,
        String region,
        int year,
        int version,
        LocalDate publishedOn,
        boolean late,
        SourceDocument document,
        @Nullable String reason,
        String recordedBy,
        Instant recordedAt) {

    boolean says(DisclosureRequest request) {
        return publishedOn.equals(request.publishedOn()) && document.equals(request.document());
    }
}
