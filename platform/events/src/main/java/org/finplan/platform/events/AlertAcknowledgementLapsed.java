package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody took charge of an alert and ordered nothing until the acknowledgement ended: nobody has charge of it.
 *
 * @param alert id of the alert
 * @param region region concerned
 * @param acknowledgedBy subject who had charge
 * @param lapsedAt when
 */
public record AlertAcknowledgementLapsed(UUID alert, String region, String acknowledgedBy, Instant lapsedAt)
        implements EventData {}
