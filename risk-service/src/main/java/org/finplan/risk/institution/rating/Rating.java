package org.finplan.risk.institution.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.list.TimePosition;

/**
 * A rating of an institution.
 *
 * @param id its id
 * @param scheme code of the scheme
 * @param schemeVersion version of the scheme
 * @param grade the grade
 * @param on the day it was given
 * @param source document or system that it stands in
 * @param reason why it took the place of another one of that day, or null
 * @param recordedBy subject who recorded it
 * @param recordedAt when
 */
@Schema(name = "InstitutionRating")
@JsonInclude(JsonInclude.Include.ALWAYS)
record Rating(
        UUID id,
        String scheme,
        int schemeVersion,
        String grade,
        LocalDate on,
        String source,
        @Nullable String reason,
        String recordedBy,
        Instant recordedAt) {

    /**
     * A place in the history of ratings.
     *
     * @param on the day of the last rating seen
     * @param scheme its scheme
     */
    record Position(LocalDate on, String scheme) {

        private static final int KEYS = 2;

        /** Reads the keys of a cursor, which are not signed and may be anything. */
        static Position of(List<String> keys) {
            if (keys.size() != KEYS) {
                throw TimePosition.damaged(keys);
            }
            try {
                return new Position(LocalDate.parse(keys.get(0)), keys.get(1));
            } catch (DateTimeException noDate) {
                throw TimePosition.damaged(keys);
            }
        }
    }
}
