package org.finplan.risk.network.generator;

import java.util.List;
import java.util.Set;

/**
 * What was hidden in a made-up network, so that finding it can be scored.
 *
 * @param ring firms that guarantee each other in a ring, apart from all others
 * @param hub a firm that gives few guarantees and yet stands behind the largest amount of its component
 * @param expired guarantor and borrower of a guarantee that had ended
 * @param duplicate guarantor and borrower of a guarantee that is listed twice
 */
public record PlantedTruths(Set<String> ring, String hub, List<String> expired, List<String> duplicate) {

    public PlantedTruths {
        ring = Set.copyOf(ring);
        expired = List.copyOf(expired);
        duplicate = List.copyOf(duplicate);
    }
}
