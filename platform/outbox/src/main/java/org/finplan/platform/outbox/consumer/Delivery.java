package org.finplan.platform.outbox.consumer;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.finplan.platform.outbox.kafka.KafkaEvents;

/**
 * One record as it came.
 *
 * @param partition topic and partition
 * @param offset offset in the partition
 * @param aggregate its key; records without one share an aggregate for each partition, so that they keep their order too
 * @param headers headers as text
 * @param data its value, possibly null
 */
// Deliveries are never compared.
@SuppressWarnings("ArrayRecordComponent")
record Delivery(TopicPartition partition, long offset, String aggregate, Map<String, String> headers, byte[] data) {

    static Delivery of(ConsumerRecord<String, byte[]> received) {
        String key = received.key() == null ? "partition-" + received.partition() : received.key();
        return new Delivery(
                new TopicPartition(received.topic(), received.partition()),
                received.offset(),
                key,
                KafkaEvents.headers(received.headers()),
                received.value());
    }

    String topic() {
        return partition.topic();
    }
}
