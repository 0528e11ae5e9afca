package org.finplan.risk.rule;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A figure in a judgement, with the observation that it comes from.
 *
 * @param value the figure, every digit kept
 * @param observation id of the observation, or null for a figure that is reckoned, such as a point on a path
 * @param version version of the observation, or null as above
 */
public record Figure(BigDecimal value, UUID observation, Integer version) {

    /**
     * A figure that no observation gives.
     *
     * @param value the figure, or null when there is none
     * @return the same with no observation, or null when there is no figure
     */
    public static Figure reckoned(BigDecimal value) {
        return value == null ? null : new Figure(value, null, null);
    }
}
