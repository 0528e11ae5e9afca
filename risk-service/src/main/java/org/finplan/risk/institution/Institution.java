package org.finplan.risk.institution;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An institution as it stands now.
 *
 * @param uscc its unified social credit code
 * @param version version of the entry, also its ETag
 * @param name its name
 * @param kind code of its kind
 * @param region code of the region that it belongs to
 * @param status its status
 * @param since first day of that status
 * @param usccException why its code is believed though its check digit does not fit, or null
 * @param licence its licence, or null
 * @param updatedAt when the entry changed last
 */
public record Institution(
        String uscc,
        int version,
        String name,
        String kind,
        String region,
        InstitutionStatus status,
        LocalDate since,
        @Nullable String usccException,
        @Nullable Licence licence,
        Instant updatedAt) {

    /** {@return the path of an institution} */
    public static String path(String uscc) {
        return "/api/v1/institutions/" + uscc;
    }

    Institution revised(InstitutionRevisionRequest request, Instant at) {
        return new Institution(
                uscc,
                version + 1,
                request.name(),
                request.kind(),
                request.region(),
                status,
                since,
                usccException,
                request.licence(),
                at);
    }

    Institution in(InstitutionStatus next, LocalDate from, Instant at) {
        return new Institution(uscc, version + 1, name, kind, region, next, from, usccException, licence, at);
    }
}
