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
 * @param mutedBy path of the silence or the alert that mutes it, so that no message is to be sent; null when nothing does
 */
public record AlertRelapsed(
        UUID alert,
        String level,
        String region,
        LocalizedText reason,
        UUID cause,
        Instant relapsedAt,
        String institution,
        String mutedBy)
        implements EventData {}
