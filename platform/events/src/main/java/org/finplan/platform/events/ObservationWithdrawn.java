package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A figure was withdrawn; the withdrawal is the newest version of the observation.
 *
 * @param observation id of the observation
 * @param indicator series code
 * @param region region code
 * @param period period in the notation of the API
 * @param kind kind of the observation
 * @param version version that is the withdrawal
 * @param reason why it was withdrawn
 * @param recordedAt when it was withdrawn
 */
public record ObservationWithdrawn(
        UUID observation,
        String indicator,
        String region,
        String period,
        String kind,
        int version,
        String reason,
        Instant recordedAt)
        implements EventData {}
