package org.finplan.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A release was published: its figures, embargoed until then, are there for everybody who may read them. The figures
 * themselves come as {@link ObservationRecorded}.
 *
 * @param release id of the release
 * @param title title
 * @param audience public or internal
 * @param releaseAt the time that was announced
 * @param releasedAt when it was published, never before {@code releaseAt}
 * @param created figures that are new
 * @param revised figures that revise earlier ones
 * @param unchanged figures that were there already with the same value
 */
public record ReleasePublished(
        UUID release,
        String title,
        String audience,
        Instant releaseAt,
        Instant releasedAt,
        int created,
        int revised,
        int unchanged)
        implements EventData {}
