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
 * @param secondPerson whether it silences what must not be silenced by one person alone, as it was when it was made
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
        boolean secondPerson,
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
        if (secondPerson && approval == null) {
            return SilenceState.AWAITING_APPROVAL;
        }
        return from.isAfter(now) ? SilenceState.SCHEDULED : SilenceState.IN_FORCE;
    }

    String path() {
        return "/api/v1/silences/" + id;
    }
}
