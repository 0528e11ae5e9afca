package org.finplan.gateway.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * CloudEvents 1.0 in structured mode. {@code data} validates against the JSON Schema named by
 * {@code dataschema}.
 *
 * @param specversion version of CloudEvents, 1.0
 * @param id The same on every way out; readers drop doubles by it.
 * @param type type of the event
 * @param source the service that tells it
 * @param subject what it is about
 * @param time when it happened
 * @param dataschema JSON Schema of the data
 * @param datacontenttype media type of the data
 * @param partitionkey The aggregate.
 * @param sequence 1, 2, 3 … within the aggregate.
 * @param traceparent trace that caused it
 * @param region region that it concerns
 * @param data what changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CloudEvent")
record EventView(
        @Schema(constValue = "1.0") String specversion,
        UUID id,

        @Schema(examples = "org.finplan.risk.alert.raised.v1")
        String type,

        String source,
        @Nullable String subject,
        Instant time,
        @Nullable String dataschema,

        @Nullable @Schema(constValue = "application/json") String datacontenttype,

        String partitionkey,
        String sequence,
        @Nullable String traceparent,
        @Nullable String region,
        Map<String, Object> data) {

    /**
     * Events and where to go on.
     *
     * @param items the events
     * @param nextCursor Always there; the feed has no end.
     */
    @Schema(name = "EventPage")
    record EventPage(List<EventView> items, String nextCursor) {}
}
