package org.finplan.platform.outbox.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.finplan.platform.outbox.consumer.ConsumerSettings;

/** How a service reads the events of others. */
@ConfigMapping(prefix = "finplan.consumer")
public interface ConsumerConfig {

    /** {@return consumer group, also the name in the inbox; {@code quarkus.application.name} when absent} */
    Optional<String> group();

    /** {@return how many aggregates are worked on at once} */
    @WithDefault("4")
    int workers();

    /** {@return how many events are worked on in one transaction at most; 1 for a transaction for each} */
    @WithDefault("200")
    int batch();

    /** {@return how often a handler is tried before its event becomes a dead letter} */
    @WithDefault("5")
    int attempts();

    /** {@return pause after the first failure; each further one is twice as long} */
    @WithDefault("100ms")
    Duration firstRetry();

    /** {@return longest pause, also while the database is unavailable} */
    @WithDefault("10s")
    Duration longestRetry();

    /** {@return how many records are held in memory before reading pauses} */
    @WithDefault("2000")
    int capacity();

    /** {@return how long the inbox remembers an event; longer than the topics keep it} */
    @WithDefault("100D")
    Duration inboxRetention();

    /** {@return the settings of the consumer, for a service of that name} */
    default ConsumerSettings settings(String application) {
        return new ConsumerSettings(
                group().orElse(application),
                workers(),
                batch(),
                attempts(),
                firstRetry(),
                longestRetry(),
                capacity(),
                inboxRetention());
    }
}
