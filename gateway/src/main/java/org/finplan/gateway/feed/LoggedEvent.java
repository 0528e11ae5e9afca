package org.finplan.gateway.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.finplan.platform.events.CloudEvents;
import org.finplan.platform.events.Envelope;
import org.finplan.platform.events.UnreadableEventException;

/** A record of the log as the event that it holds. */
final class LoggedEvent {

    private LoggedEvent() {}

    /**
     * Reads the attributes.
     *
     * @param record of the log
     * @return its attributes
     * @throws UnreadableEventException when it is no event of the suite
     */
    static Envelope envelope(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return CloudEvents.envelope(headers);
    }

    /** {@return when it happened; of what is no event of the suite, when it was published} */
    static Instant timeOf(ConsumerRecord<String, byte[]> record) {
        try {
            return envelope(record).time();
        } catch (UnreadableEventException unreadable) {
            return Instant.ofEpochMilli(record.timestamp());
        }
    }
}
