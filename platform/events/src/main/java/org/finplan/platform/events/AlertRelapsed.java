package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The cause of an ended alert came back; the loop starts again.
 *
 * @param alert id of the alert
 * @param level level now
 * @param region region concerned
 * @param reason what came back
 * @param cause id of the event that caused it
 * @param relapsedAt when
 * @param institution unified social credit code of the institution concerned, or null
 */
public record AlertRelapsed(
        UUID alert,
        String level,
        String region,
        LocalizedText reason,
        UUID cause,
        Instant relapsedAt,
        String institution)
        implements EventData {}
