package org.finplan.platform.outbox.relay;

import java.time.Duration;

/**
 * How the relay works.
 *
 * @param shards into how many parts the outbox is cut; each has one relay in the whole cluster
 * @param pollInterval how long a relay waits for commits of other nodes before it looks by itself
 * @param takeoverInterval how often a node asks for a shard that another one holds
 * @param lease how long a node that hangs keeps a shard
 * @param retryDelay first pause after a failure of the broker or the database; each further one is twice as long
 * @param longestRetry longest pause
 * @param window how many unmarked events one shard holds in memory
 * @param fetchSize how many events it reads at once
 * @param retention how long published rows stay in the outbox
 */
public record RelaySettings(
        int shards,
        Duration pollInterval,
        Duration takeoverInterval,
        Duration lease,
        Duration retryDelay,
        Duration longestRetry,
        int window,
        int fetchSize,
        Duration retention) {

    /** {@return the defaults of the suite} */
    public static RelaySettings defaults() {
        return new RelaySettings(
                1,
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                Duration.ofSeconds(3),
                Duration.ofMillis(250),
                Duration.ofSeconds(5),
                4000,
                1000,
                Duration.ofHours(24));
    }
}
