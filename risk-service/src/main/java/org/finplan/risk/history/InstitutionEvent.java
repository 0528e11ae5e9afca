package org.finplan.risk.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.list.TimePosition;

/**
 * Something that happened to an institution.
 *
 * @param id id of what is told
 * @param kind status, rating, supervision-record, report, exit or alert
 * @param on the day it happened
 * @param recordedAt when it was recorded, which may be later
 * @param code what it is: a status, a scheme, a channel, a source of reports, a step of an exit, or a rule
 * @param detail more of it: the reason of a status, a grade, a title, a period, an outcome, or a state; null when there is none
 * @param channel channel of a record of supervision, otherwise null
 * @param mode online or offline for a record of supervision, otherwise null
 * @param late of a report whether it came after it was due, of a record whether it was entered after its day
 * @param recordedBy subject who recorded it, or null for a report and an alert
 * @param resource path where all of it is read
 */
@Schema(name = "InstitutionEvent")
@JsonInclude(JsonInclude.Include.ALWAYS)
record InstitutionEvent(
        UUID id,
        String kind,
        LocalDate on,
        Instant recordedAt,
        String code,
        @Nullable String detail,
        @Nullable String channel,
        @Nullable String mode,
        boolean late,
        @Nullable String recordedBy,
        String resource) {

    static final List<String> KINDS = List.of("status", "rating", "supervision-record", "report", "exit", "alert");

    /**
     * A place in the time line.
     *
     * @param on day of the last event seen
     * @param recordedAt when it was recorded
     * @param id its id
     */
    record Position(LocalDate on, Instant recordedAt, UUID id) {

        private static final int KEYS = 3;

        /** Reads the keys of a cursor, which are not signed and may be anything. */
        static Position of(List<String> keys) {
            if (keys.size() != KEYS) {
                throw TimePosition.damaged(keys);
            }
            TimePosition within = TimePosition.of(keys.subList(1, KEYS));
            return day(keys.get(0))
                    .map(day -> new Position(day, within.at(), within.id()))
                    .orElseThrow(() -> TimePosition.damaged(keys));
        }

        private static Optional<LocalDate> day(String text) {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException noDate) {
                return Optional.empty();
            }
        }
    }
}
