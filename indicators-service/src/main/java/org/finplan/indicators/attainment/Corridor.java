package org.finplan.indicators.attainment;

import java.math.BigDecimal;

/**
 * The room between the line to the target and the lines by the printed growth.
 *
 * @param low lowest of the lines
 * @param high highest of the lines
 */
record Corridor(BigDecimal low, BigDecimal high) {

    /** {@return a corridor as narrow as one line} */
    static Corridor of(BigDecimal line) {
        return new Corridor(line, line);
    }

    /** {@return the corridor widened so that the line runs inside} */
    Corridor including(BigDecimal line) {
        return new Corridor(low.min(line), high.max(line));
    }

    /** {@return whether a value lies inside or on the edge} */
    boolean contains(BigDecimal value) {
        return value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
    }
}
