package org.finplan.gateway.feed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.finplan.platform.events.EventCatalog;
import org.finplan.platform.events.EventType;

/**
 * The topics of the suite as the broker described them at one time. A topic that was made anew has another id: what is under
 * its name is another log, whose offsets mean something else.
 *
 * @param byName those that exist
 * @param askedNanos when the broker was asked, a time of {@link System#nanoTime()}
 */
record LogTopics(Map<String, Topic> byName, long askedNanos) {

    /** The topics that carry events for readers. */
    static final Set<String> NAMES = new TreeSet<>(EventCatalog.types().stream()
            .filter(type -> !type.internal())
            .map(EventType::topic)
            .toList());

    LogTopics {
        byName = Map.copyOf(byName);
    }

    /**
     * One topic.
     *
     * @param id given by Kafka when it was made
     * @param partitions how many it has
     */
    record Topic(Uuid id, int partitions) {}

    boolean has(String topic) {
        return byName.containsKey(topic);
    }

    /** {@return the id of a topic; {@link Uuid#ZERO_UUID} when there is none or it is not known} */
    Uuid id(String topic) {
        Topic known = byName.get(topic);
        return known == null ? Uuid.ZERO_UUID : known.id();
    }

    List<TopicPartition> partitions() {
        return byName.entrySet().stream()
                .flatMap(topic -> IntStream.range(0, topic.getValue().partitions())
                        .mapToObj(number -> new TopicPartition(topic.getKey(), number)))
                .toList();
    }

    /** {@return whether every topic of these is, in the later description, still the same} */
    boolean stillIn(LogTopics later) {
        return byName.entrySet().stream()
                .allMatch(topic -> topic.getValue().id().equals(later.id(topic.getKey())));
    }
}
