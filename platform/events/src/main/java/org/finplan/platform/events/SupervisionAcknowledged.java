package org.finplan.platform.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A unit receipted a matter.
 *
 * @param supervision id of the matter
 * @param unit unit that is to act
 * @param region region concerned
 * @param due last day that is in time (Asia/Shanghai)
 * @param acknowledgedBy subject of whoever did it
 * @param acknowledgedAt when
 */
public record SupervisionAcknowledged(
        UUID supervision, String unit, String region, LocalDate due, String acknowledgedBy, Instant acknowledgedAt)
        implements EventData {}
