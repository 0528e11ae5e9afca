package org.finplan.gateway.call;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One call. Client and subject are null when the credentials did not hold.
 *
 * @param id id
 * @param at When it was over.
 * @param client the client that called
 * @param subject the caller
 * @param key The API key, null without one.
 * @param method HTTP method
 * @param path Without its query.
 * @param route Route class.
 * @param status Null when the answer was not sent to its end.
 * @param ms Time in milliseconds.
 * @param bytesIn bytes of the request body
 * @param bytesOut bytes of the answer
 * @param traceId trace of the request
 */
@Schema(name = "Call")
record CallView(
        UUID id,
        Instant at,
        @Nullable String client,
        @Nullable String subject,
        @Nullable UUID key,
        String method,
        String path,
        String route,
        @Nullable Integer status,
        long ms,
        long bytesIn,
        long bytesOut,
        String traceId) {

    /**
     * One page of calls.
     *
     * @param items the calls
     * @param nextCursor where to go on, null at the end
     */
    @Schema(name = "CallPage")
    record CallPage(List<CallView> items, @Nullable String nextCursor) {}

    /**
     * The use of the API in a span of time.
     *
     * @param from its first instant
     * @param to the instant after its last
     * @param items the busiest consumers and routes
     */
    @Schema(name = "CallSummary")
    record CallSummary(Instant from, Instant to, List<CallUse> items) {}

    static CallView of(Call call) {
        return new CallView(
                call.id(),
                call.at(),
                call.client(),
                call.subject(),
                call.key(),
                call.method(),
                call.path(),
                call.route(),
                call.status(),
                call.millis(),
                call.bytesIn(),
                call.bytesOut(),
                call.traceId());
    }
}
