package org.finplan.indicators.observation;

import java.util.List;

/**
 * Fired inside the transaction that stored some versions, withdrawals among them.
 *
 * @param versions the new versions
 */
public record ObservationsRecorded(List<Observation> versions) {

    public ObservationsRecorded {
        versions = List.copyOf(versions);
    }
}
