package org.finplan.platform.outbox.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.finplan.platform.outbox.kafka.EventLog;
import org.jboss.logging.Logger;

/**
 * Knows of which log each partition is read. An offset means nothing in another log, such as that of a broker that lost its
 * disk, so the id of the topic is committed with each offset, and a partition whose topic is another one is read from its
 * beginning; the inbox drops what took effect before. For use by the thread of the consumer.
 */
final class TopicIdentity implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TopicIdentity.class);
    private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

    private final EventLog log;
    private final Set<String> topics;
    private final Map<TopicPartition, Uuid> read = new HashMap<>();
    private EventLog.Look look;
    private long nextLook = System.nanoTime();

    TopicIdentity(EventLog log, Set<String> topics) {
        this.log = log;
        this.topics = topics;
    }

    /** {@return those of newly assigned partitions whose committed offset is of another log} */
    List<TopicPartition> assigned(Consumer<String, byte[]> reader, Collection<TopicPartition> partitions)
            throws InterruptedException {
        List<TopicPartition> replaced = new ArrayList<>();
        try {
            Map<String, Uuid> ids = log.look(topics).await();
            Map<TopicPartition, OffsetAndMetadata> committed = reader.committed(Set.copyOf(partitions));
            for (TopicPartition partition : partitions) {
                Uuid id = ids.get(partition.topic());
                OffsetAndMetadata offset = committed.get(partition);
                if (id != null) {
                    read.put(partition, id);
                    if (offset != null && isOfAnother(offset.metadata(), id)) {
                        replaced.add(partition);
                    }
                }
            }
        } catch (KafkaException e) {
            LOG.debug("The ids of topics are not known yet", e);
        }
        return replaced;
    }

    private static boolean isOfAnother(String metadata, Uuid id) {
        // Offsets that were committed before ids were kept say nothing.
        return !metadata.isEmpty() && !metadata.equals(id.toString());
    }

    /** {@return those of the assigned partitions whose topic has become another one; never waits} */
    List<TopicPartition> replaced(Collection<TopicPartition> assigned) throws InterruptedException {
        if (look == null && System.nanoTime() - nextLook >= 0) {
            nextLook = System.nanoTime() + INTERVAL_NANOS;
            look = log.look(topics);
        }
        if (look == null || !look.isDone()) {
            return List.of();
        }
        EventLog.Look done = look;
        look = null;
        try {
            return compare(assigned, done.await());
        } catch (KafkaException e) {
            LOG.debug("The ids of topics are not known now", e);
            return List.of();
        }
    }

    private List<TopicPartition> compare(Collection<TopicPartition> assigned, Map<String, Uuid> ids) {
        List<TopicPartition> replaced = new ArrayList<>();
        for (TopicPartition partition : assigned) {
            Uuid id = ids.get(partition.topic());
            if (id != null) {
                Uuid before = read.put(partition, id);
                if (before != null && !before.equals(id)) {
                    replaced.add(partition);
                }
            }
        }
        return replaced;
    }

    /** {@return the same offsets with the ids of their topics} */
    Map<TopicPartition, OffsetAndMetadata> named(Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, OffsetAndMetadata> named = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            Uuid id = read.get(partition);
            named.put(partition, new OffsetAndMetadata(offset.offset(), id == null ? "" : id.toString()));
        });
        return named;
    }

    @Override
    public void close() {
        log.close();
    }
}
