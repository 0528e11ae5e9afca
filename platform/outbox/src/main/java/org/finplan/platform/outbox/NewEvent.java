package org.finplan.platform.outbox;

import org.finplan.platform.events.EventData;

/**
 * An event before it has an id, a sequence and a time.
 *
 * @param data the payload
 * @param aggregate id of the aggregate: events of one aggregate keep their order
 * @param subject the resource it is about, as a path below the gateway
 * @param region code of the region it concerns, or null
 */
public record NewEvent(EventData data, String aggregate, String subject, String region) {}
