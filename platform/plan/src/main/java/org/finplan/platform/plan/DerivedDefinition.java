package org.finplan.platform.plan;

import java.math.BigDecimal;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;

/**
 * A figure that a plan defines as a formula of others. The language of the formula belongs to the service that computes it.
 *
 * @param code code of the series that it computes
 * @param sdmx the same code for SDMX
 * @param name the name
 * @param unit unit code of the result
 * @param pointInTime whether its values are states at a day
 * @param formula the formula over the aliases of the inputs
 * @param inputs what the aliases stand for
 * @param kinds kinds of figures that it computes; empty for what is usual for the series
 * @param regions regions that it is computed for; empty for all of the plan
 * @param period the only period that it is computed for, or null
 * @param decimals decimals of the result
 * @param tolerance how far a delivered value may be off before it is reported, or null for half a unit of its last digit
 * @param active whether it is computed; a formula that is not is kept as a note
 * @param check how it stands against the plan's own figures
 * @param clauses clauses that print the figure
 * @param note remark
 */
public record DerivedDefinition(
        String code,
        String sdmx,
        LocalizedText name,
        String unit,
        boolean pointInTime,
        String formula,
        List<Input> inputs,
        List<String> kinds,
        List<String> regions,
        Period period,
        int decimals,
        BigDecimal tolerance,
        boolean active,
        Check check,
        List<String> clauses,
        LocalizedText note) {

    /**
     * What an alias stands for.
     *
     * @param alias name in the formula
     * @param series series code
     * @param kind kind of figure, or null for that of the series
     * @param region region code, or null for the region that is computed
     * @param years how many years after the computed period; negative for before
     * @param implied whether a figure may be taken that was itself computed from figures of the plan
     * @param period the period of the check
     * @param value the value of the check, or null when the plan prints none
     */
    public record Input(
            String alias,
            String series,
            String kind,
            String region,
            int years,
            boolean implied,
            Period period,
            BigDecimal value) {}

    /**
     * The formula on the figures that the plan prints.
     *
     * @param printed what the plan prints, or null
     * @param tolerance rounding of the printed figure, or null
     * @param computed what the formula gives with four decimals at least, or null when an input is missing
     * @param status reproduced, not_reproduced, input_missing or no_printed_value
     */
    public record Check(BigDecimal printed, BigDecimal tolerance, BigDecimal computed, String status) {}
}
