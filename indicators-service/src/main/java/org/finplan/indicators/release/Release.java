package org.finplan.indicators.release;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.finplan.indicators.observation.Audience;
import org.finplan.indicators.observation.ReleasedFigures;
import org.finplan.indicators.recording.Published;

/**
 * Figures that become known together.
 *
 * @param id id
 * @param title title
 * @param audience whom its figures may be shown to
 * @param releaseAt when they become known
 * @param authors subjects that see and stage its figures before that
 * @param restores id of the release whose figures it brings back, or null
 * @param city the city of whoever announced it: those who read the city see it once it is published; null when it is none, or
 *     one of several, and then those who read every city
 * @param vouchedBy of a past release that was brought along: who says that figures and day are right; else null
 * @param createdAt when it was announced
 * @param createdBy who announced it
 * @param state where it stands
 * @param figures how many figures are staged, or were released, as far as the reader may see them
 * @param end how it ended, or null while it is staged
 */
record Release(
        UUID id,
        String title,
        Audience audience,
        Instant releaseAt,
        List<String> authors,
        UUID restores,
        @Nullable String city,
        String vouchedBy,
        Instant createdAt,
        String createdBy,
        ReleaseState state,
        int figures,
        End end) {

    /**
     * How a release ended.
     *
     * @param at when
     * @param by who ended it, {@code system} at its time
     * @param published what publishing did; all zero when it was cancelled
     */
    record End(Instant at, String by, Published published) {}

    /**
     * The same release with what is there of the figures that it brought.
     *
     * @param brought what is there, or null when nothing is
     * @return this, unless it was released
     */
    Release with(ReleasedFigures brought) {
        return state != ReleaseState.RELEASED || brought == null
                ? this
                : new Release(
                        id,
                        title,
                        audience,
                        releaseAt,
                        authors,
                        restores,
                        city,
                        vouchedBy,
                        createdAt,
                        createdBy,
                        brought.superseded() ? ReleaseState.SUPERSEDED : ReleaseState.RELEASED,
                        brought.figures(),
                        end);
    }
}
