package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An alert was muted when there was something to tell of it, is muted no more, and nobody has charge of it.
 *
 * @param alert id of the alert
 * @param rule code of the rule
 * @param level level now
 * @param title what is the matter
 * @param region region concerned
 * @param unmutedAt when that was found
 * @param institution unified social credit code of the institution concerned, or null
 */
public record AlertUnmuted(
        UUID alert,
        String rule,
        String level,
        LocalizedText title,
        String region,
        Instant unmutedAt,
        String institution)
        implements EventData {}
