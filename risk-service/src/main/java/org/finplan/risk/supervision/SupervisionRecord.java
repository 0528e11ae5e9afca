package org.finplan.risk.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of a record of supervision.
 *
 * @param id id of the record
 * @param version version, also its ETag
 * @param institution credit code of the institution
 * @param region region of the institution now
 * @param channel code of the channel
 * @param mode online or offline
 * @param on the day it happened
 * @param title what it is about
 * @param findings what was found
 * @param amounts amounts it speaks of, in yuan
 * @param attachments files that belong to it
 * @param party who the signal came from, or null when it is none
 * @param withdrawn whether it was taken back
 * @param reason why this version took the place of the one before, or null
 * @param enteredBy subject who entered the first version
 * @param enteredAt when the first version was entered
 * @param recordedBy subject who recorded this version
 * @param recordedAt when this version was recorded
 */
@Schema(name = "SupervisionRecord")
@JsonInclude(JsonInclude.Include.ALWAYS)
record SupervisionRecord(
        UUID id,
        int version,
        String institution,
        String region,
        String channel,
        String mode,
        LocalDate on,
        String title,
        String findings,
        List<SupervisionAmount> amounts,
        List<Attachment> attachments,
        @Nullable String party,
        boolean withdrawn,
        @Nullable String reason,
        String enteredBy,
        Instant enteredAt,
        String recordedBy,
        Instant recordedAt) {

    static String path(UUID id) {
        return "/api/v1/supervision-records/" + id;
    }

    SupervisionRecord corrected(SupervisionRecordRequest request, String by, Instant at) {
        return new SupervisionRecord(
                id,
                version + 1,
                institution,
                region,
                request.channel(),
                request.mode(),
                request.on(),
                request.title(),
                request.findings(),
                request.someAmounts(),
                request.someAttachments(),
                request.party(),
                false,
                request.reason(),
                enteredBy,
                enteredAt,
                by,
                at);
    }

    SupervisionRecord takenBack(String why, String by, Instant at) {
        return new SupervisionRecord(
                id,
                version + 1,
                institution,
                region,
                channel,
                mode,
                on,
                title,
                findings,
                amounts,
                attachments,
                party,
                true,
                why,
                enteredBy,
                enteredAt,
                by,
                at);
    }
}
