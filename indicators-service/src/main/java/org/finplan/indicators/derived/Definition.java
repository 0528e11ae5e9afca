package org.finplan.indicators.derived;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;

/**
 * One version of the formula of a series.
 *
 * @param code code of the series that it computes
 * @param version 1, 2, 3 …
 * @param formula the text
 * @param inputs what its aliases stand for; an alias without one is the SDMX code of a series
 * @param decimals decimals of the result
 * @param tolerance how far a delivered figure may be off, or null for half a unit of its last digit
 * @param kinds kinds of figures that it computes, at least one
 * @param regions regions that it is computed for; empty for all
 * @param period the only period that it is computed for, or null
 * @param active whether it is computed; else it is a note
 * @param reason why this version followed the one before, or null for a first one
 * @param note remark, or null
 * @param clauses clauses of the plan that print the figure
 * @param recordedAt when the suite learned it
 * @param recordedBy who recorded it
 */
public record Definition(
        String code,
        int version,
        String formula,
        List<Input> inputs,
        int decimals,
        BigDecimal tolerance,
        List<ObservationKind> kinds,
        List<String> regions,
        Period period,
        boolean active,
        String reason,
        LocalizedText note,
        List<String> clauses,
        Instant recordedAt,
        String recordedBy) {

    /** Copies the lists. */
    public Definition {
        inputs = List.copyOf(inputs);
        kinds = List.copyOf(kinds);
        regions = List.copyOf(regions);
        clauses = List.copyOf(clauses);
    }

    /**
     * What an alias stands for.
     *
     * @param alias name in the formula
     * @param series series code
     * @param kind kind of figure, or null for what is usual for the series
     * @param region region code, or null for the region that is computed
     * @param years how many years after the computed period, negative for before
     * @param implied whether a figure may be taken that was itself computed from figures of the plan
     */
    public record Input(String alias, String series, ObservationKind kind, String region, int years, boolean implied) {}

    /** {@return code and version, as figures and events name it} */
    public String name() {
        return code + "@" + version;
    }

    /**
     * Makes a version of it.
     *
     * @param nextVersion number of the version
     * @param why why it follows the one before, or null for a first one
     * @param now when the suite learns it
     * @param by who records it
     * @return the version
     */
    public Definition as(int nextVersion, String why, Instant now, String by) {
        return new Definition(
                code,
                nextVersion,
                formula,
                inputs,
                decimals,
                tolerance,
                kinds,
                regions,
                period,
                active,
                why,
                note,
                clauses,
                now,
                by);
    }

    /** {@return the same formula, computed no more} */
    public Definition stopped() {
        return new Definition(
                code,
                version,
                formula,
                inputs,
                decimals,
                tolerance,
                kinds,
                regions,
                period,
                false,
                reason,
                note,
                clauses,
                recordedAt,
                recordedBy);
    }

    /**
     * Whether another version computes the same and says the same of it.
     *
     * @param other the other
     * @return whether it does
     */
    public boolean saysSame(Definition other) {
        return as(0, null, null, null).equals(other.as(0, null, null, null));
    }
}
