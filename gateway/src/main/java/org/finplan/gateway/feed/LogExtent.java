package org.finplan.gateway.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What the log holds at one time.
 *
 * @param topics which log it is
 * @param begin offset of the first record that each partition keeps
 * @param end offset behind the last one
 */
record LogExtent(LogTopics topics, Map<TopicPartition, Long> begin, Map<TopicPartition, Long> end) {

    /** {@return what a consumer is told of these topics} */
    static LogExtent of(LogTopics topics, KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = topics.partitions();
        return new LogExtent(topics, consumer.beginningOffsets(partitions), consumer.endOffsets(partitions));
    }

    boolean has(TopicPartition partition) {
        return begin.containsKey(partition);
    }

    /** {@return whether a reader may go on at an offset: nothing between it and the present end was taken away} */
    boolean holds(TopicPartition partition, long offset) {
        return has(partition) && offset >= begin.get(partition) && offset <= end.get(partition);
    }

    /** {@return the partitions of a topic that hold something} */
    List<TopicPartition> filled(String topic) {
        return begin.keySet().stream()
                .filter(partition -> partition.topic().equals(topic) && begin.get(partition) < end.get(partition))
                .toList();
    }

    /** {@return the place before everything that is kept} */
    FeedCursor oldest() {
        return FeedCursor.in(topics, begin, Instant.EPOCH);
    }
}
