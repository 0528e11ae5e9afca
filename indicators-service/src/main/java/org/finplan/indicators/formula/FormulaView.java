package org.finplan.indicators.formula;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.derived.Definition;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.SeriesDefinition;

/**
 * A version of a formula as it is sent.
 *
 * @param code code of the series that it computes
 * @param version 1, 2, 3 …
 * @param name name of the series
 * @param unit unit code of the series
 * @param formula the formula
 * @param inputs what its aliases stand for
 * @param decimals decimals of the result
 * @param tolerance how far a delivered figure may be off, when it is not half a unit of its last digit
 * @param kinds kinds of figures that it computes
 * @param regions regions that it is computed for; empty for all
 * @param period the only period that it is computed for
 * @param active whether it is computed; else it is a note
 * @param reason why this version followed the one before
 * @param note remark
 * @param clauses clauses of the plan that print the figure
 * @param recordedAt when the suite learned it
 * @param recordedBy who recorded it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FormulaView(
        String code,
        int version,
        @Nullable LocalizedText name,
        @Nullable String unit,
        String formula,
        List<Input> inputs,
        int decimals,
        @Nullable BigDecimal tolerance,
        List<String> kinds,
        List<String> regions,
        @Nullable String period,
        boolean active,
        @Nullable String reason,
        @Nullable LocalizedText note,
        List<String> clauses,
        @Nullable Instant recordedAt,
        @Nullable String recordedBy) {

    /**
     * What an alias stands for.
     *
     * @param alias name in the formula
     * @param series series code
     * @param kind kind of figure, when it is not what is usual for the series
     * @param region region code, when it is not the computed region
     * @param years how many years after the computed period, negative for before
     * @param implied whether a figure may be taken that was itself computed from figures of the plan
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FormulaInput")
    record Input(
            String alias,
            String series,
            @Nullable String kind,
            @Nullable String region,
            int years,
            boolean implied) {

        static Input of(Definition.Input input) {
            return new Input(
                    input.alias(),
                    input.series(),
                    input.kind() == null ? null : input.kind().code(),
                    input.region(),
                    input.years(),
                    input.implied());
        }
    }

    static FormulaView of(Definition definition, SeriesDefinition series) {
        return new FormulaView(
                definition.code(),
                definition.version(),
                series == null ? null : series.name(),
                series == null ? null : series.unit(),
                definition.formula(),
                definition.inputs().stream().map(Input::of).toList(),
                definition.decimals(),
                definition.tolerance(),
                definition.kinds().stream().map(ObservationKind::code).toList(),
                definition.regions(),
                definition.period() == null ? null : definition.period().text(),
                definition.active(),
                definition.reason(),
                definition.note(),
                definition.clauses(),
                definition.recordedAt(),
                definition.recordedBy());
    }
}
