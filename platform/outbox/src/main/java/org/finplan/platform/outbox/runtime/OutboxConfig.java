package org.finplan.platform.outbox.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.finplan.platform.outbox.relay.RelaySettings;

/** The outbox and its relay. */
@ConfigMapping(prefix = "finplan.outbox")
public interface OutboxConfig {

    /** {@return CloudEvents source of the service; {@code /<quarkus.application.name>} when absent} */
    Optional<String> source();

    /** {@return into how many parts the outbox is cut; the same on all nodes of a service} */
    @WithDefault("1")
    int shards();

    /** {@return how long the relay waits for commits of other nodes before it looks by itself} */
    @WithDefault("50ms")
    Duration pollInterval();

    /** {@return how often a node asks for a shard that another one holds} */
    @WithDefault("500ms")
    Duration takeoverInterval();

    /** {@return how long a node that hangs keeps a shard; a node that works prolongs it all the time} */
    @WithDefault("3s")
    Duration lease();

    /** {@return first pause after a failure of the broker or the database; each further one is twice as long} */
    @WithDefault("250ms")
    Duration retryDelay();

    /** {@return longest such pause} */
    @WithDefault("5s")
    Duration longestRetry();

    /** {@return age of the oldest unpublished event from which on the service calls itself degraded} */
    @WithDefault("30s")
    Duration degradedAfter();

    /** {@return how many unmarked events a shard holds in memory} */
    @WithDefault("4000")
    int window();

    /** {@return how many events the relay reads at once} */
    @WithDefault("1000")
    int fetchSize();

    /** {@return how long published rows stay in the outbox} */
    @WithDefault("24H")
    Duration retention();

    /** {@return the settings of the relay} */
    default RelaySettings relay() {
        return new RelaySettings(
                shards(),
                pollInterval(),
                takeoverInterval(),
                lease(),
                retryDelay(),
                longestRetry(),
                window(),
                fetchSize(),
                retention());
    }
}
