package org.finplan.platform.access.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One act of somebody, as it stands in the chain.
 *
 * @param sequence 1, 2, 3 … without gaps, in the order of commits
 * @param id unique id
 * @param recordedAt when it was done (UTC, whole microseconds)
 * @param subject who did it; {@code system} for the service itself
 * @param client the client that acted for the subject
 * @param roles roles at that time, a comma list in alphabetical order
 * @param action what was done, {@code <concept>.<verb>}
 * @param resource the resource it was done to, as a path below the gateway
 * @param region code of the region concerned, or null
 * @param detail a short account for a reader, or null
 * @param requestId id of the request, or null outside one
 * @param traceId trace id, or null
 */
public record AuditRecord(
        long sequence,
        UUID id,
        Instant recordedAt,
        String subject,
        String client,
        String roles,
        String action,
        String resource,
        String region,
        String detail,
        String requestId,
        String traceId) {

    AuditRecord at(long place) {
        return new AuditRecord(
                place, id, recordedAt, subject, client, roles, action, resource, region, detail, requestId, traceId);
    }
}
