package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An alert left the loop: closed after handling, or its cause is gone.
 *
 * @param alert id of the alert
 * @param region region concerned
 * @param reason why it ended
 * @param resolvedBy subject, or the rule that saw the cause gone
 * @param resolvedAt when
 * @param institution unified social credit code of the institution concerned, or null
 */
public record AlertResolved(
        UUID alert, String region, LocalizedText reason, String resolvedBy, Instant resolvedAt, String institution)
        implements EventData {}
