package org.finplan.indicators.observation;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a replica stands in the order in which versions became known.
 *
 * @param knownAt since when the last version that it has was known
 * @param id id of that figure
 * @param version its version
 */
public record ReplicaPosition(Instant knownAt, UUID id, int version) {}
