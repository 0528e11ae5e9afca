package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A rule raised an alert.
 *
 * @param alert id of the alert
 * @param rule code of the rule
 * @param level blue, yellow, orange or red
 * @param state state in the life cycle
 * @param title what is the matter
 * @param indicator indicator concerned, or null
 * @param region region concerned
 * @param period period of the evidence, or null
 * @param cause id of the event that caused it
 * @param raisedAt when it was raised
 * @param institution unified social credit code of the institution concerned, or null
 * @param counterpart the borrower or group toward which the institution is judged, or null
 * @param mutedBy path of the silence or the alert that mutes it, so that no message is to be sent; null when nothing does
 */
public record AlertRaised(
        UUID alert,
        String rule,
        String level,
        String state,
        LocalizedText title,
        String indicator,
        String region,
        String period,
        UUID cause,
        Instant raisedAt,
        String institution,
        String counterpart,
        String mutedBy)
        implements EventData {}
