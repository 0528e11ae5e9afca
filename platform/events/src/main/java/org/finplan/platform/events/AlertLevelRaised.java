package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The level of an open alert went up.
 *
 * @param alert id of the alert
 * @param previousLevel level before
 * @param level level now
 * @param reason why
 * @param region region concerned
 * @param cause id of the event that caused it, or null
 * @param raisedAt when it went up
 * @param institution unified social credit code of the institution concerned, or null
 * @param mutedBy path of the silence or the alert that mutes it, so that no message is to be sent; null when nothing does
 */
public record AlertLevelRaised(
        UUID alert,
        String previousLevel,
        String level,
        LocalizedText reason,
        String region,
        UUID cause,
        Instant raisedAt,
        String institution,
        String mutedBy)
        implements EventData {}
