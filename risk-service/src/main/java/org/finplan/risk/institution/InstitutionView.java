package org.finplan.risk.institution;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An institution of the register.
 *
 * @param uscc its unified social credit code
 * @param version version of the entry, also its ETag
 * @param name its name
 * @param kind code of its kind
 * @param region code of its region
 * @param status preparing, operating, suspended, shell, lost-contact, revoked or cancelled
 * @param since first day of that status
 * @param usccException why its code is believed though its check digit does not fit, or null
 * @param licence its licence, or null
 * @param updatedAt when the entry changed last
 */
@Schema(name = "Institution")
@JsonInclude(JsonInclude.Include.ALWAYS)
record InstitutionView(
        String uscc,
        int version,
        String name,
        String kind,
        String region,
        String status,
        LocalDate since,
        @Nullable String usccException,
        @Nullable Licence licence,
        Instant updatedAt) {

    static InstitutionView of(Institution institution) {
        return new InstitutionView(
                institution.uscc(),
                institution.version(),
                institution.name(),
                institution.kind(),
                institution.region(),
                institution.status().code(),
                institution.since(),
                institution.usccException(),
                institution.licence(),
                institution.updatedAt());
    }
}
