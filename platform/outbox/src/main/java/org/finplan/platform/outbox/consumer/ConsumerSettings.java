package org.finplan.platform.outbox.consumer;

import java.time.Duration;
import org.finplan.platform.outage.Backoff;

/**
 * How a service reads events.
 *
 * @param group consumer group at the broker and name of the consumer in the inbox
 * @param workers how many aggregates are worked on at once
 * @param batch how many events are worked on in one transaction at most
 * @param attempts how often a handler is tried before its event becomes a dead letter
 * @param firstRetry pause after the first failure; each further one is twice as long
 * @param longestRetry longest pause, also while the database is unavailable
 * @param capacity how many records are held in memory before reading pauses
 * @param inboxRetention how long the inbox remembers an event; longer than the topics keep it
 */
public record ConsumerSettings(
        String group,
        int workers,
        int batch,
        int attempts,
        Duration firstRetry,
        Duration longestRetry,
        int capacity,
        Duration inboxRetention) {

    /**
     * The defaults of the suite.
     *
     * @param group name of the consumer
     * @return settings
     */
    public static ConsumerSettings defaults(String group) {
        return new ConsumerSettings(
                group, 4, 200, 5, Duration.ofMillis(100), Duration.ofSeconds(10), 2000, Duration.ofDays(100));
    }

    /** {@return pauses for one aggregate or one client} */
    Backoff backoff() {
        return new Backoff(firstRetry, longestRetry);
    }
}
