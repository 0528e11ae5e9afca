package org.finplan.indicators.expression;

import org.finplan.platform.period.Period;

/**
 * Where a formula is worked out.
 *
 * @param region region code
 * @param period the period
 */
public record Place(String region, Period period) {

    Place at(Period other) {
        return new Place(region, other);
    }
}
