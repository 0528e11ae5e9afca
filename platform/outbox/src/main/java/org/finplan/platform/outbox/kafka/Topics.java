package org.finplan.platform.outbox.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.finplan.platform.events.EventCatalog;
import org.finplan.platform.events.EventType;

/**
 * Makes the topics of the contract that are absent. Topics that exist are left as they are: an operator may have changed
 * them.
 *
 * @param names topics of events, without those of their dead letters
 * @param partitions partitions of a topic of events
 * @param replicationFactor copies of each partition; the broker's default when empty
 * @param retention how long the broker keeps events
 */
public record Topics(List<String> names, int partitions, Optional<Short> replicationFactor, Duration retention) {

    /** What follows the name of a topic in the name of its dead-letter topic. */
    public static final String DEAD_LETTER_SUFFIX = ".dlq";

    public Topics {
        names = List.copyOf(names);
    }

    /** {@return all topics of the contract with the defaults of the suite} */
    public static Topics defaults() {
        return new Topics(ofTheContract(), 12, Optional.empty(), Duration.ofDays(90));
    }

    /**
     * Makes absent topics, those of dead letters too.
     *
     * @param admin client of the broker
     * @throws KafkaException when the broker is unavailable or refuses
     * @throws InterruptedException when interrupted
     */
    public void create(Admin admin) throws InterruptedException {
        Collection<NewTopic> topics = new ArrayList<>();
        for (String name : names) {
            topics.add(topic(name, partitions));
            topics.add(topic(name + DEAD_LETTER_SUFFIX, 1));
        }
        for (var creation : admin.createTopics(topics).values().values()) {
            try {
                creation.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new KafkaException("Topics cannot be made", e.getCause());
                }
            }
        }
    }

    /** {@return the topics of the contract, without those of dead letters} */
    public static List<String> ofTheContract() {
        return EventCatalog.types().stream().map(EventType::topic).distinct().toList();
    }

    /**
     * The topics that a service writes to.
     *
     * @param service its name, such as {@code indicators-service}
     * @return its topics in the contract
     */
    public static List<String> of(String service) {
        String prefix = service.replaceFirst("-service$", "") + ".";
        return ofTheContract().stream()
                .filter(topic -> topic.startsWith(prefix))
                .toList();
    }

    /** {@return these topics and those of their dead letters} */
    public List<String> withDeadLetters() {
        return names.stream()
                .flatMap(name -> Stream.of(name, name + DEAD_LETTER_SUFFIX))
                .toList();
    }

    private NewTopic topic(String name, int parts) {
        return new NewTopic(name, Optional.of(parts), replicationFactor)
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis())));
    }
}
