package org.finplan.platform.outbox.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where Kafka is and how its topics are made. */
@ConfigMapping(prefix = "finplan.kafka")
public interface KafkaConfig {

    /** {@return addresses of brokers, {@code host:port} separated by commas} */
    String bootstrapServers();

    /** {@return further settings of all clients, such as {@code security.protocol}} */
    Map<String, String> client();

    /** {@return how topics are made when they are absent} */
    Topic topic();

    /** How topics are made. */
    interface Topic {

        /** {@return partitions of a topic of events; a dead-letter topic has one} */
        @WithDefault("12")
        int partitions();

        /** {@return copies of each partition; the broker's default when absent} */
        Optional<Short> replicationFactor();

        /** {@return how long the broker keeps events} */
        @WithDefault("90D")
        Duration retention();
    }
}
