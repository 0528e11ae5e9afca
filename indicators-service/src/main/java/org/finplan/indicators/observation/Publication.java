package org.finplan.indicators.observation;

import java.time.Instant;
import java.util.UUID;

/**
 * How a figure became public knowledge of its audience.
 *
 * @param releasedAt when its source or its release released it; null when recording it released it
 * @param release id of the release that it came with, or null
 * @param audience whom it may be shown to
 */
public record Publication(Instant releasedAt, UUID release, Audience audience) {

    /** Released by recording it, for those who may read it. */
    public static final Publication DIRECT = new Publication(null, null, Audience.INTERNAL);
}
