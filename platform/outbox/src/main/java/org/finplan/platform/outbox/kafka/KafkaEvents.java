package org.finplan.platform.outbox.kafka;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.finplan.platform.events.CloudEvents;
import org.finplan.platform.events.Envelope;
import org.finplan.platform.events.Event;

/** Events as records of Kafka (CloudEvents in binary mode, key = aggregate). */
public final class KafkaEvents {

    private KafkaEvents() {}

    /**
     * Writes an event as a record of its topic.
     *
     * @param event the event
     * @return the record
     */
    public static ProducerRecord<String, byte[]> record(Event<?> event) {
        return record(event.type().topic(), event.envelope(), CloudEvents.data(event.data()));
    }

    /**
     * Writes an event as a record.
     *
     * @param topic topic
     * @param envelope attributes
     * @param data payload, JSON in UTF-8
     * @return the record
     */
    public static ProducerRecord<String, byte[]> record(String topic, Envelope envelope, byte[] data) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, envelope.partitionKey(), data);
        CloudEvents.headers(envelope).forEach((name, value) -> record.headers()
                .add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
        return record;
    }

    /**
     * Reads headers as text; of repeated ones the last counts.
     *
     * @param headers headers of a record
     * @return names and values
     */
    public static Map<String, String> headers(Headers headers) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Header header : headers) {
            map.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        return map;
    }
}
