package org.finplan.tasks.supervision.timeline;

import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * An entry that is to be added.
 *
 * @param matter the matter after it
 * @param kind what happened
 * @param at when
 * @param actor subject of whoever did it; ladder, calendar or event for what the suite did
 * @param actorUnit unit, or region, that the person acts for; null for what the suite did
 * @param detail what it is about, such as the code of a step or a day, or null
 * @param note words of the person, or null
 */
public record TimelineEntry(
        SupervisionMoment matter,
        TimelineKind kind,
        Instant at,
        String actor,
        @Nullable String actorUnit,
        @Nullable String detail,
        @Nullable String note) {}
