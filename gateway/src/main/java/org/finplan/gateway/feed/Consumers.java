package org.finplan.gateway.feed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.finplan.platform.events.EventCatalog;
import org.finplan.platform.events.EventType;

/** Makes consumers that belong to no group: each is told where to read, none commits anything. */
final class Consumers {

    /** The topics that carry events of the suite. */
    static final Set<String> TOPICS =
            new TreeSet<>(EventCatalog.types().stream().map(EventType::topic).toList());

    private Consumers() {}

    static KafkaConsumer<String, byte[]> create(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                3_000,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                3_000,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                500,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                4 << 20,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                100);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** {@return the partitions of those topics that exist by now} */
    static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        Map<String, List<PartitionInfo>> topics = consumer.listTopics();
        return TOPICS.stream()
                .flatMap(topic -> topics.getOrDefault(topic, List.of()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}
