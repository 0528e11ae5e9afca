package org.finplan.tasks.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of an observation that indicators-service told.
 *
 * @param observation id of the observation
 * @param newest its number, and whether it is a withdrawal
 * @param indicator series code
 * @param region region code
 * @param period period in the notation of the API
 * @param kind kind of the observation
 * @param recordedAt when it was recorded
 * @param event id of the event
 */
record ObservationVersion(
        UUID observation,
        NewestVersion newest,
        String indicator,
        String region,
        String period,
        String kind,
        Instant recordedAt,
        UUID event) {}
