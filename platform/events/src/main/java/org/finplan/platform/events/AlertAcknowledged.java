package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody took charge of an alert.
 *
 * @param alert id of the alert
 * @param region region concerned
 * @param acknowledgedBy subject
 * @param acknowledgedAt when
 */
public record AlertAcknowledged(UUID alert, String region, String acknowledgedBy, Instant acknowledgedAt)
        implements EventData {}
