package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * What an alert waits for did not come in time. Below red its level went up by one.
 *
 * @param alert id of the alert
 * @param step what it waited for: accept, plan or feedback
 * @param dueAt until when it was to come
 * @param previousLevel level before
 * @param level level now
 * @param region region concerned
 * @param overdueAt when that was found
 * @param institution unified social credit code of the institution concerned, or null
 * @param mutedBy path of the silence or the alert that mutes it, so that no message is to be sent; null when nothing does
 */
public record AlertOverdue(
        UUID alert,
        String step,
        Instant dueAt,
        String previousLevel,
        String level,
        String region,
        Instant overdueAt,
        String institution,
        String mutedBy)
        implements EventData {}
