package org.finplan.tasks.evidence;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.annotation.Nullable;
import java.util.Locale;
import java.util.UUID;

/**
 * Whoever cites: a progress report, or an answer to a supervised matter.
 *
 * @param kind which of the two
 * @param id id of the report or of the matter
 * @param part number of the answer, 0 of a report
 * @param region its region
 * @param plan plan code of the task that it is about, or null
 * @param task id of that task, or null
 */
public record CitingClaim(
        Kind kind,
        UUID id,
        int part,
        String region,
        @Nullable String plan,
        @Nullable String task) {

    /** What a claim is. */
    public enum Kind {
        /** A progress report. */
        PROGRESS_REPORT,
        /** An answer to a supervised matter. */
        SUPERVISION_REPLY;

        /** {@return the name in the database} */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return PROGRESS_REPORT.code().equals(code) ? PROGRESS_REPORT : SUPERVISION_REPLY;
        }
    }
}
