package org.finplan.platform.outbox.append;

import java.time.Instant;
import java.util.UUID;
import org.finplan.platform.outbox.NewEvent;

/**
 * An event of a transaction that is still open: everything but its sequence.
 *
 * @param id id of the event
 * @param event what happened
 * @param source the service that writes it
 * @param time when it happened
 * @param traceparent W3C trace context of the request, or null
 */
public record PendingEvent(UUID id, NewEvent event, String source, Instant time, String traceparent) {}
