package org.finplan.indicators.recording;

import java.util.List;
import org.finplan.indicators.observation.Observation;

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
