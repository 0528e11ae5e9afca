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
 */
public record AlertRelapsed(
        UUID alert, String level, String region, LocalizedText reason, UUID cause, Instant relapsedAt)
        implements EventData {}
