package org.finplan.indicators.derived;

import org.finplan.indicators.expression.Place;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;

/**
 * One figure that a formula computes.
 *
 * @param series the series with its formula
 * @param kind kind of figure
 * @param place region and period
 */
public record Cell(ComputedSeries series, ObservationKind kind, Place place) {

    /** {@return what a delivered figure of the cell is about} */
    public ObservationKey delivered() {
        return series.key(kind, place);
    }

    /** {@return what the computed figure of the cell is about} */
    public ObservationKey computed() {
        return delivered().variant(ObservationKey.COMPUTED);
    }
}
