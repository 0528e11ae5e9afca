package org.finplan.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.finplan.platform.events.CloudEvents;
import org.finplan.platform.events.Envelope;
import org.finplan.platform.outbox.kafka.KafkaEvents;

/** What stands in the topic of the sample events, from its beginning. */
final class TopicRecords {

    private static final String TOPIC = "indicators.events";

    private TopicRecords() {}

    /** Reads all records, in the order of each partition. */
    static List<Envelope> all() {
        List<Envelope> all = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = TestServers.clients().consumer("records")) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, byte[]> received : consumer.poll(Duration.ofMillis(200))) {
                    all.add(CloudEvents.envelope(KafkaEvents.headers(received.headers())));
                }
            }
        }
        return all;
    }
}
