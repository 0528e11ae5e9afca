package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A silence in force is told of: it ends soon, or days off begin.
 *
 * @param silence id of the silence
 * @param region region concerned
 * @param cause ends-soon or before-days-off
 * @param reason why alerts are silenced, in the words of its author
 * @param author subject who made it
 * @param until when it ends
 * @param remindedAt when it was told of
 */
public record SilenceReminded(
        UUID silence, String region, String cause, String reason, String author, Instant until, Instant remindedAt)
        implements EventData {}
