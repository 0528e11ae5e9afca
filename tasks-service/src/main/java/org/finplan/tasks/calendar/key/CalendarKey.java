package org.finplan.tasks.calendar.key;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A key of a unit's calendar, without its secret.
 *
 * @param id id of the key
 * @param city code of the city of the unit
 * @param unit code of the unit
 * @param label which phone or program has it
 * @param prefix public part of the key
 * @param made who made it, and when
 * @param endsOn the last day on which it works, or null for no end
 * @param lastUsedOn the last day on which it was used, or null
 * @param revoked who took it back and when, or null
 * @param version counted up when it is revoked
 */
record CalendarKey(
        UUID id,
        String city,
        String unit,
        String label,
        String prefix,
        Act made,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate lastUsedOn,
        @Nullable Act revoked,
        long version) {

    /**
     * What somebody did.
     *
     * @param by subject
     * @param at when
     */
    record Act(String by, Instant at) {}

    /** Whether a key can be used. */
    enum State {
        ACTIVE,
        ENDED,
        REVOKED
    }

    /**
     * Whether it can be used.
     *
     * @param today the day in China
     * @return its state
     */
    State state(LocalDate today) {
        if (revoked != null) {
            return State.REVOKED;
        }
        return endsOn != null && endsOn.isBefore(today) ? State.ENDED : State.ACTIVE;
    }
}
