package org.finplan.platform.outbox.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Tells which topics there are by their ids, which Kafka gives once and never again: a topic of the same name with another id
 * is another log, such as that of a broker that lost its disk. For use by one thread.
 */
public final class EventLog implements AutoCloseable {

    private final Supplier<Admin> admins;
    private final Topics topics;
    private Admin admin;

    /**
     * A log that was not looked at yet.
     *
     * @param admins makes a client; its timeouts bound every look
     * @param topics the topics that {@link #ensure} makes
     */
    public EventLog(Supplier<Admin> admins, Topics topics) {
        this.admins = admins;
        this.topics = topics;
    }

    /**
     * Makes the topics that are absent, those of dead letters too.
     *
     * @return the ids of all topics of events
     * @throws KafkaException when the broker is unavailable or refuses
     * @throws InterruptedException when interrupted
     */
    public Map<String, Uuid> ensure() throws InterruptedException {
        Map<String, Uuid> present = look(topics.withDeadLetters()).await();
        if (present.size() < topics.withDeadLetters().size()) {
            topics.create(admin());
            present = look(topics.names()).await();
            if (!present.keySet().containsAll(topics.names())) {
                throw new KafkaException("The broker has made topics that it does not show yet");
            }
        }
        present.keySet().retainAll(topics.names());
        return present;
    }

    /**
     * Asks for ids without waiting for them.
     *
     * @param names topics
     * @return the look
     * @throws KafkaException when no client can be made
     */
    public Look look(Collection<String> names) {
        return new Look(admin().describeTopics(List.copyOf(names)));
    }

    private Admin admin() {
        if (admin == null) {
            admin = admins.get();
        }
        return admin;
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }

    /** An answer that is on its way. */
    public static final class Look {
        private final Map<String, KafkaFuture<TopicDescription>> asked;

        private Look(DescribeTopicsResult asked) {
            this.asked = asked.topicNameValues();
        }

        /** {@return whether {@link #await} returns at once} */
        public boolean isDone() {
            return asked.values().stream().allMatch(KafkaFuture::isDone);
        }

        /**
         * Waits for the answer.
         *
         * @return the ids of the topics that exist
         * @throws KafkaException when the broker is unavailable
         * @throws InterruptedException when interrupted
         */
        public Map<String, Uuid> await() throws InterruptedException {
            Map<String, Uuid> ids = new HashMap<>();
            for (Map.Entry<String, KafkaFuture<TopicDescription>> topic : asked.entrySet()) {
                try {
                    ids.put(topic.getKey(), topic.getValue().get().topicId());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                        throw new KafkaException(
                                "The topics cannot be looked at: "
                                        + e.getCause().getMessage(),
                                e.getCause());
                    }
                }
            }
            return ids;
        }
    }
}
