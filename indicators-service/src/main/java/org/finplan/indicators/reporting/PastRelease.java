package org.finplan.indicators.reporting;

import java.time.Instant;
import java.util.UUID;
import org.finplan.indicators.observation.Audience;

/**
 * A release that its source published before the suite knew of it: one vintage of the figures.
 *
 * @param id id of the release
 * @param title label of the vintage
 * @param releasedAt when its source published it
 * @param audience whom its figures may be shown to
 * @param vouchedBy who says that the figures and the day are right
 */
public record PastRelease(UUID id, String title, Instant releasedAt, Audience audience, String vouchedBy) {}
