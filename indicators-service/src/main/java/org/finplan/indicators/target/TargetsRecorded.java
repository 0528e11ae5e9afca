package org.finplan.indicators.target;

import java.util.List;

/**
 * Fired inside the transaction that stored some versions.
 *
 * @param versions the new versions
 */
public record TargetsRecorded(List<Target> versions) {

    public TargetsRecorded {
        versions = List.copyOf(versions);
    }
}
