package org.finplan.platform.events;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * CloudEvents 1.0 in binary mode, as Kafka carries it: attributes are headers named {@code ce_…}, the value of the record
 * is the payload alone. Structured mode is {@link StructuredEvents}.
 */
public final class CloudEvents {

    /** Version of the specification that the suite writes and reads. */
    public static final String SPEC_VERSION = "1.0";

    /** Header that names the type of the event. */
    public static final String TYPE_HEADER = "ce_type";

    static final String JSON = "application/json";

    private static final String CONTENT_TYPE = "content-type";

    private CloudEvents() {}

    /**
     * Writes the attributes.
     *
     * @param envelope the attributes
     * @return header names and values in a fixed order; attributes that are null are absent
     */
    public static Map<String, String> headers(Envelope envelope) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", SPEC_VERSION);
        headers.put("ce_id", envelope.id().toString());
        headers.put(TYPE_HEADER, envelope.type());
        headers.put("ce_source", envelope.source());
        putIfPresent(headers, "ce_subject", envelope.subject());
        headers.put("ce_time", envelope.time().toString());
        headers.put("ce_dataschema", envelope.schema());
        headers.put(CONTENT_TYPE, JSON);
        headers.put("ce_partitionkey", envelope.partitionKey());
        headers.put("ce_sequence", Long.toString(envelope.sequence()));
        putIfPresent(headers, "ce_traceparent", envelope.traceparent());
        putIfPresent(headers, "ce_region", envelope.region());
        return headers;
    }

    /**
     * Reads the attributes.
     *
     * @param headers headers of a record
     * @return the attributes
     * @throws UnreadableEventException when a required attribute is missing or malformed
     */
    public static Envelope envelope(Map<String, String> headers) {
        String version = required(headers, "ce_specversion");
        if (!SPEC_VERSION.equals(version)) {
            throw new UnreadableEventException("ce_specversion is not " + SPEC_VERSION);
        }
        String contentType = required(headers, CONTENT_TYPE);
        if (!contentType.startsWith(JSON)) {
            throw new UnreadableEventException("content-type is not " + JSON);
        }
        return new Envelope(
                uuid(required(headers, "ce_id")),
                required(headers, TYPE_HEADER),
                required(headers, "ce_source"),
                headers.get("ce_subject"),
                instant(required(headers, "ce_time")),
                headers.get("ce_dataschema"),
                required(headers, "ce_partitionkey"),
                sequence(required(headers, "ce_sequence")),
                headers.get("ce_traceparent"),
                headers.get("ce_region"));
    }

    /**
     * Writes a payload.
     *
     * @param data the payload
     * @return one JSON object in UTF-8
     */
    public static byte[] data(EventData data) {
        try {
            return EventJson.MAPPER.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Payload cannot be written: " + data.getClass(), e);
        }
    }

    /**
     * Joins attributes and payload to a typed event.
     *
     * @param envelope the attributes
     * @param data one JSON object in UTF-8
     * @return the event
     * @throws UnreadableEventException when the contract does not know the type or the payload does not fit it
     */
    public static Event<?> event(Envelope envelope, byte[] data) {
        EventType type = EventCatalog.find(envelope.type())
                .orElseThrow(() -> new UnreadableEventException("Unknown type " + envelope.type()));
        if (data == null) {
            throw new UnreadableEventException("No payload");
        }
        EventData payload;
        try {
            payload = EventJson.MAPPER.readValue(data, type.data());
        } catch (JacksonException e) {
            throw new UnreadableEventException(
                    "Payload does not fit " + type.name() + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UnreadableEventException("Payload cannot be read", e);
        }
        if (payload == null) {
            throw new UnreadableEventException("Payload is null");
        }
        return new Event<>(
                envelope.id(),
                envelope.source(),
                envelope.subject(),
                envelope.time(),
                envelope.partitionKey(),
                envelope.sequence(),
                envelope.traceparent(),
                envelope.region(),
                payload);
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventException("id is no UUID", e);
        }
    }

    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableEventException("time is no RFC 3339 timestamp", e);
        }
    }

    static long sequence(String text) {
        try {
            long sequence = Long.parseLong(text);
            if (sequence > 0) {
                return sequence;
            }
            throw new UnreadableEventException("sequence is not positive");
        } catch (NumberFormatException e) {
            throw new UnreadableEventException("sequence is no number", e);
        }
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null || value.isEmpty()) {
            throw new UnreadableEventException(name + " is missing");
        }
        return value;
    }

    private static void putIfPresent(Map<String, String> headers, String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
