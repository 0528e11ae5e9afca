package org.finplan.risk.rulebook.definition;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A limit and when it is in force. A figure is judged by the limit of its own date, the end of its period.
 *
 * @param value the limit, in the unit of the rule
 * @param from first day in force, or null when it is not known or always was
 * @param until last day in force, or null when it has no end
 */
public record Limit(BigDecimal value, LocalDate from, LocalDate until) {

    /**
     * Whether it is in force.
     *
     * @param day a day
     * @return whether it is in force on it
     */
    public boolean isInForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
