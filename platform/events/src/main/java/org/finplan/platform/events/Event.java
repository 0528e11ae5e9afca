package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * One event of the suite: a CloudEvents 1.0 envelope around a typed payload.
 *
 * @param <T> the payload
 * @param id unique per event (UUIDv7); a reader drops doubles by it
 * @param source the service that wrote it, as a URI reference such as {@code /indicators-service}
 * @param subject the resource it is about, as a path below the gateway such as {@code /api/v1/alerts/…}
 * @param time when it happened (UTC)
 * @param partitionKey id of the aggregate, also the Kafka key: order holds per aggregate
 * @param sequence 1, 2, 3 … per aggregate without gaps, so that a reader sees a gap or a repeat
 * @param traceparent W3C trace context of the request that caused it, or null
 * @param region code of the region that it concerns, or null when it concerns none
 * @param data the payload
 */
public record Event<T extends EventData>(
        UUID id,
        String source,
        String subject,
        Instant time,
        String partitionKey,
        long sequence,
        String traceparent,
        String region,
        T data) {

    /** {@return the catalogue entry of the payload: type, topic and schema} */
    public EventType type() {
        return EventCatalog.of(data.getClass());
    }

    /** {@return the attributes without the payload} */
    public Envelope envelope() {
        EventType type = type();
        return new Envelope(
                id, type.name(), source, subject, time, type.schema(), partitionKey, sequence, traceparent, region);
    }
}
