package org.finplan.risk.alert.silence;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * A silence.
 *
 * @param id id
 * @param version version
 * @param matchers which alerts it concerns
 * @param from when it begins
 * @param until when it ends by itself
 * @param reason why
 * @param author subject who made it
 * @param createdAt when
 * @param approval the second person, or null
 * @param end who ended it early, or null
 */
record Silence(
        UUID id,
        int version,
        SilenceMatchers matchers,
        Instant from,
        Instant until,
        String reason,
        String author,
        Instant createdAt,
        @Nullable Act approval,
        @Nullable Act end) {

    /**
     * Something that a person did to it.
     *
     * @param by subject
     * @param at when
     */
    record Act(String by, Instant at) {}

    SilenceState state(Instant now) {
        if (end != null || !until.isAfter(now)) {
            return SilenceState.ENDED;
        }
        if (matchers.needsSecondPerson() && approval == null) {
            return SilenceState.AWAITING_APPROVAL;
        }
        return from.isAfter(now) ? SilenceState.SCHEDULED : SilenceState.IN_FORCE;
    }

    String path() {
        return "/api/v1/silences/" + id;
    }
}
