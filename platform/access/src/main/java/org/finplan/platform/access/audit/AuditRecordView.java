package org.finplan.platform.access.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One audit record as it is shown.
 *
 * @param sequence place in the chain
 * @param id unique id
 * @param recordedAt when it was done
 * @param subject who did it
 * @param client the client that acted for the subject
 * @param roles roles at that time
 * @param action what was done
 * @param resource the resource it was done to
 * @param region region concerned
 * @param detail a short account
 * @param requestId id of the request
 * @param traceId trace id
 * @param hash hash of the record in hexadecimal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditRecordView(
        long sequence,
        UUID id,
        Instant recordedAt,
        String subject,
        @Nullable String client,
        List<String> roles,
        String action,
        String resource,
        @Nullable String region,
        @Nullable String detail,
        @Nullable String requestId,
        @Nullable String traceId,
        String hash) {

    /**
     * Shows a record.
     *
     * @param link the record in its chain
     * @return what readers see
     */
    public static AuditRecordView of(ChainLink link) {
        AuditRecord record = link.record();
        return new AuditRecordView(
                record.sequence(),
                record.id(),
                record.recordedAt(),
                record.subject(),
                record.client(),
                record.roles().isEmpty() ? List.of() : List.of(record.roles().split(",", -1)),
                record.action(),
                record.resource(),
                record.region(),
                record.detail(),
                record.requestId(),
                record.traceId(),
                link.hashText());
    }
}
