package org.finplan.indicators.release;

import java.time.Instant;
import java.util.UUID;

/**
 * The place of a release in the list.
 *
 * @param releaseAt when it becomes known
 * @param id its id
 */
record ReleasePosition(Instant releaseAt, UUID id) {}
