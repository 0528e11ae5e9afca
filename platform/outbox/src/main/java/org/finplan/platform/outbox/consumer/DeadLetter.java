package org.finplan.platform.outbox.consumer;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that could not take effect, or that waits behind one.
 *
 * @param id id of the dead letter
 * @param position order of arrival; within an aggregate the order in which they take effect
 * @param consumer the service that reads
 * @param topic topic it came from
 * @param partition partition it came from
 * @param offset offset in the partition
 * @param aggregate id of the aggregate
 * @param event id of the event, or null when it cannot be read
 * @param type type of the event, or null when it has none
 * @param state failed, waiting or replayed
 * @param reason the last failure, or null
 * @param attempts how often it was tried
 * @param receivedAt when it came here
 * @param replayedAt when it took effect, or null
 */
public record DeadLetter(
        UUID id,
        long position,
        String consumer,
        String topic,
        int partition,
        long offset,
        String aggregate,
        UUID event,
        String type,
        String state,
        String reason,
        int attempts,
        Instant receivedAt,
        Instant replayedAt) {

    /** State of a letter that an operator must decide on. */
    public static final String FAILED = "failed";

    /** State of a letter that takes effect after those before it in its aggregate. */
    public static final String WAITING = "waiting";

    /** State of a letter that took effect. */
    public static final String REPLAYED = "replayed";
}
