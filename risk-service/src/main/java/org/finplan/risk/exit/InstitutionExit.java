package org.finplan.risk.exit;

import java.time.Instant;
import java.util.UUID;

/**
 * The exit of an institution.
 *
 * @param id its id
 * @param version its version, also its ETag
 * @param institution credit code
 * @param name name of the institution
 * @param region its region
 * @param ground code of the ground
 * @param standing where it stands
 * @param createdAt when it was entered
 */
record InstitutionExit(
        UUID id,
        int version,
        String institution,
        String name,
        String region,
        String ground,
        ExitStanding standing,
        Instant createdAt) {

    static String path(UUID id) {
        return "/api/v1/institution-exits/" + id;
    }
}
