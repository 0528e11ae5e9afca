package org.finplan.indicators.reporting;

import java.math.BigDecimal;
import java.util.List;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.platform.plan.Unit;

/** Which values there can be at all: places in an order and things that are counted one by one are whole numbers. */
final class PossibleValues {

    private PossibleValues() {}

    /**
     * Checks a value.
     *
     * @param own unit that the series is kept in, or null when it is not known
     * @param unit code of the unit of the value, or null
     * @param kind kind of figure, or null when it is not known
     * @param value the value
     * @return what would be possible, empty when the value is
     */
    static List<String> instead(Unit own, String unit, ObservationKind kind, BigDecimal value) {
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        if (kind == ObservationKind.RANK) {
            return whole && value.signum() > 0 ? List.of() : List.of("1, 2, 3 …");
        }
        boolean oneThing = own != null
                && own.kind().equals("count")
                && own.exponent() == 0
                && own.code().equals(unit)
                && kind == ObservationKind.LEVEL;
        return oneThing && (!whole || value.signum() < 0) ? List.of("0, 1, 2 …") : List.of();
    }
}
