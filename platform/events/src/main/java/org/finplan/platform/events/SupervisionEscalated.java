package org.finplan.platform.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A matter climbed: somebody beyond the unit hears of it, or a letter was written.
 *
 * @param supervision id of the matter
 * @param title what is to be done
 * @param unit unit that is to act
 * @param region region concerned
 * @param step code of the step of the ladder, null when somebody urged by hand
 * @param kind form in which it is told
 * @param tell who is to hear of it, with commas between: unit, unit-head or supervisor
 * @param colour colour of the matter from then on
 * @param due current deadline (Asia/Shanghai)
 * @param scheduledOn working day that the ladder says, null when somebody urged by hand
 * @param text words of whoever urged, null for a step of the ladder
 * @param by subject of whoever urged, or ladder
 * @param at when
 */
public record SupervisionEscalated(
        UUID supervision,
        String title,
        String unit,
        String region,
        String step,
        String kind,
        String tell,
        String colour,
        LocalDate due,
        LocalDate scheduledOn,
        String text,
        String by,
        Instant at)
        implements EventData {}
