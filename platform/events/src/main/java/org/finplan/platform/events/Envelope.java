package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The CloudEvents attributes of an event without its payload: what a relay or a feed needs to pass on an event whose type
 * it need not know.
 *
 * @param id unique per event (UUIDv7)
 * @param type CloudEvents type, {@code org.finplan.<service>.<concept>.<past-tense>.v<n>}
 * @param source the service that wrote it, as a URI reference
 * @param subject the resource it is about, as a path below the gateway, or null
 * @param time when it happened (UTC)
 * @param schema URI of the JSON Schema of the payload (CloudEvents {@code dataschema})
 * @param partitionKey id of the aggregate, also the Kafka key
 * @param sequence 1, 2, 3 … per aggregate
 * @param traceparent W3C trace context, or null
 * @param region code of the region that it concerns, or null
 */
public record Envelope(
        UUID id,
        String type,
        String source,
        String subject,
        Instant time,
        String schema,
        String partitionKey,
        long sequence,
        String traceparent,
        String region) {}
