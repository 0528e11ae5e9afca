package org.finplan.tasks.register.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody found of an entry on a day.
 *
 * @param id its id
 * @param entry id of the entry
 * @param date the day
 * @param by body that assessed it
 * @param finding what it found
 * @param evidence where that can be read, absent when nobody said
 * @param recordedBy who recorded it
 * @param recordedAt when
 */
@Schema(name = "RegisterAssessment")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Assessment(
        UUID id,
        UUID entry,
        LocalDate date,
        String by,
        String finding,
        @Nullable String evidence,
        String recordedBy,
        Instant recordedAt) {}
