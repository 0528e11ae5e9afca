package org.finplan.platform.outbox.consumer;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which records were taken and which are done. Aggregates of one partition finish out of order; what may be committed is
 * the lowest offset that is not done. Safe for use by several threads.
 */
final class Offsets {

    private static final class Progress {
        private final TreeSet<Long> open = new TreeSet<>();
        private long next;
        private long committed = -1;
    }

    private final Map<TopicPartition, Progress> partitions = new HashMap<>();
    private int open;

    synchronized void taken(Delivery delivery) {
        Progress progress = partitions.computeIfAbsent(delivery.partition(), p -> new Progress());
        if (progress.open.add(delivery.offset())) {
            open++;
        }
        progress.next = Math.max(progress.next, delivery.offset() + 1);
    }

    synchronized void done(Delivery delivery) {
        Progress progress = partitions.get(delivery.partition());
        if (progress != null && progress.open.remove(delivery.offset())) {
            open--;
        }
    }

    /** {@return how many records are taken and not done} */
    synchronized int open() {
        return open;
    }

    /** {@return offsets to commit that were not handed out before} */
    synchronized Map<TopicPartition, OffsetAndMetadata> due() {
        Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();
        partitions.forEach((partition, progress) -> {
            long offset = progress.open.isEmpty() ? progress.next : progress.open.first();
            if (offset > progress.committed) {
                progress.committed = offset;
                due.put(partition, new OffsetAndMetadata(offset));
            }
        });
        return due;
    }

    /** Says that a commit failed, so that the offsets are handed out again. */
    synchronized void notCommitted() {
        partitions.values().forEach(progress -> progress.committed = -1);
    }

    /** {@return the partitions that records came from} */
    synchronized Set<TopicPartition> partitions() {
        return Set.copyOf(partitions.keySet());
    }

    synchronized void forget(Collection<TopicPartition> lost) {
        for (TopicPartition partition : lost) {
            Progress progress = partitions.remove(partition);
            if (progress != null) {
                open -= progress.open.size();
            }
        }
    }
}
