package org.finplan.platform.events;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** CloudEvents 1.0 in structured mode: attributes and payload in one JSON object, as the feed and webhooks carry it. */
public final class StructuredEvents {

    /** Media type of one event. */
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    /** Media type of a batch. */
    public static final String BATCH_MEDIA_TYPE = "application/cloudevents-batch+json";

    private StructuredEvents() {}

    /**
     * Writes one event.
     *
     * @param event the event
     * @return a JSON object
     */
    public static ObjectNode write(Event<?> event) {
        return write(event.envelope(), EventJson.MAPPER.valueToTree(event.data()));
    }

    /**
     * Writes one event from its parts, also one whose type this version of the contract does not know.
     *
     * @param envelope the attributes
     * @param data one JSON object in UTF-8, which is passed on unchanged
     * @return a JSON object
     * @throws UnreadableEventException when the payload is no JSON
     */
    public static ObjectNode write(Envelope envelope, byte[] data) {
        try {
            return write(envelope, EventJson.MAPPER.readTree(data));
        } catch (IOException e) {
            throw new UnreadableEventException("Payload is no JSON", e);
        }
    }

    /**
     * Writes a batch.
     *
     * @param events events as {@link #write(Envelope, byte[])} made them
     * @return a JSON array in UTF-8
     */
    public static byte[] batch(List<ObjectNode> events) {
        ArrayNode array = EventJson.MAPPER.createArrayNode();
        array.addAll(events);
        return bytes(array);
    }

    /**
     * Writes one event as bytes.
     *
     * @param event an event as {@link #write(Event)} made it
     * @return the JSON object in UTF-8, decimals plain
     */
    public static byte[] bytes(JsonNode event) {
        try {
            return EventJson.MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot be written", e);
        }
    }

    /**
     * Reads one event.
     *
     * @param json a JSON object in UTF-8
     * @return the event
     * @throws UnreadableEventException when it is no event of the contract
     */
    public static Event<?> read(byte[] json) {
        JsonNode tree;
        try {
            tree = EventJson.MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new UnreadableEventException("No JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UnreadableEventException("No JSON", e);
        }
        if (!CloudEvents.SPEC_VERSION.equals(required(tree, "specversion"))) {
            throw new UnreadableEventException("specversion is not " + CloudEvents.SPEC_VERSION);
        }
        Envelope envelope = new Envelope(
                CloudEvents.uuid(required(tree, "id")),
                required(tree, "type"),
                required(tree, "source"),
                optional(tree, "subject"),
                CloudEvents.instant(required(tree, "time")),
                optional(tree, "dataschema"),
                required(tree, "partitionkey"),
                CloudEvents.sequence(required(tree, "sequence")),
                optional(tree, "traceparent"),
                optional(tree, "region"));
        return CloudEvents.event(envelope, tree.hasNonNull("data") ? bytes(tree.get("data")) : null);
    }

    private static ObjectNode write(Envelope envelope, JsonNode data) {
        ObjectNode json = EventJson.MAPPER.createObjectNode();
        json.put("specversion", CloudEvents.SPEC_VERSION);
        json.put("id", envelope.id().toString());
        json.put("type", envelope.type());
        json.put("source", envelope.source());
        putIfPresent(json, "subject", envelope.subject());
        json.put("time", envelope.time().toString());
        putIfPresent(json, "dataschema", envelope.schema());
        json.put("datacontenttype", CloudEvents.JSON);
        json.put("partitionkey", envelope.partitionKey());
        json.put("sequence", Long.toString(envelope.sequence()));
        putIfPresent(json, "traceparent", envelope.traceparent());
        putIfPresent(json, "region", envelope.region());
        json.set("data", data);
        return json;
    }

    private static void putIfPresent(ObjectNode json, String name, String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static String required(JsonNode tree, String name) {
        String value = optional(tree, name);
        if (value == null || value.isEmpty()) {
            throw new UnreadableEventException(name + " is missing");
        }
        return value;
    }

    private static String optional(JsonNode tree, String name) {
        JsonNode value = tree.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }
}
