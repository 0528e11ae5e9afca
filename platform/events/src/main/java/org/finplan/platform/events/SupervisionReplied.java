package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A unit answered; somebody else checks the answer.
 *
 * @param supervision id of the matter
 * @param unit unit that is to act
 * @param region region concerned
 * @param reply number of the answer, 1 for the first
 * @param evidence how many pieces of evidence it has
 * @param repliedBy subject of whoever did it
 * @param repliedAt when
 */
public record SupervisionReplied(
        UUID supervision, String unit, String region, int reply, int evidence, String repliedBy, Instant repliedAt)
        implements EventData {}
