package org.finplan.platform.outbox.relay;

import java.time.Instant;
import java.util.UUID;

/**
 * An aggregate whose next event the broker refuses.
 *
 * @param position place of the refused event in the outbox
 * @param aggregate id of the aggregate
 * @param event id of the refused event
 * @param topic topic that it should go to
 * @param type its type
 * @param reason what the broker said
 * @param parkedAt since when the aggregate waits
 */
public record ParkedAggregate(
        long position, String aggregate, UUID event, String topic, String type, String reason, Instant parkedAt) {}
