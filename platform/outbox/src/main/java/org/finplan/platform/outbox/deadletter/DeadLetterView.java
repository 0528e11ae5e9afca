package org.finplan.platform.outbox.deadletter;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.outbox.consumer.DeadLetter;
import org.finplan.platform.outbox.relay.ParkedAggregate;

/**
 * An event that does not get on.
 *
 * @param id id of the dead letter; of a refused event its own id
 * @param direction incoming: this service cannot handle it; outgoing: the broker does not take it
 * @param state failed, refused, waiting or replayed
 * @param event id of the event, null when it cannot be read
 * @param type type of the event, null when it has none
 * @param topic topic it came from or should go to
 * @param partition partition it came from; null for an outgoing one
 * @param offset offset it came from; null for an outgoing one
 * @param aggregate aggregate that waits
 * @param reason last failure; null for one that waits and was not tried
 * @param attempts how often it was tried; null for an outgoing one
 * @param since since when
 * @param replayedAt when it took effect, or null
 */
@Schema(name = "DeadLetter")
record DeadLetterView(
        UUID id,
        String direction,
        String state,
        @Nullable UUID event,
        @Nullable String type,
        String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        String aggregate,
        @Nullable String reason,
        @Nullable Integer attempts,
        Instant since,
        @Nullable Instant replayedAt) {

    static final String REFUSED = "refused";

    static DeadLetterView of(DeadLetter letter) {
        return new DeadLetterView(
                letter.id(),
                "incoming",
                letter.state(),
                letter.event(),
                letter.type(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.aggregate(),
                letter.reason(),
                letter.attempts(),
                letter.receivedAt(),
                letter.replayedAt());
    }

    static DeadLetterView of(ParkedAggregate parked) {
        return new DeadLetterView(
                parked.event(),
                "outgoing",
                REFUSED,
                parked.event(),
                parked.type(),
                parked.topic(),
                null,
                null,
                parked.aggregate(),
                parked.reason(),
                null,
                parked.parkedAt(),
                null);
    }
}
