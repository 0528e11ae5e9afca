package org.finplan.indicators.computed;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.definition.BreakView;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.derived.Cell;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.derived.Definition;
import org.finplan.indicators.expression.Calendar;
import org.finplan.indicators.expression.Missing;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.access.RegionSet;

/**
 * A computed figure as it is sent, beside the delivered one.
 *
 * @param series series code
 * @param region region code
 * @param period the period
 * @param kind kind of figure
 * @param unit unit code
 * @param value what the formula gives, with its decimals; null when something is missing
 * @param exact the same with all digits; only when explained
 * @param formula code and version of the formula
 * @param missing what is missing for a value
 * @param observation the computed figure as it is kept; absent in a check
 * @param delivered the figure that somebody delivered for the same; it counts
 * @param difference delivered less computed
 * @param agrees whether the two differ by no more than the rounding
 * @param inputs the figures that it was computed from; only when explained
 * @param comparability linked, unconfirmed or not-comparable when figures of one series that went into it are by different
 *     definitions, or by an unclear one; absent when they are by one
 * @param breaks the breaks between their definitions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CellView(
        String series,
        String region,
        String period,
        String kind,
        String unit,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value,
        @Nullable BigDecimal exact,
        String formula,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Gap> missing,

        @Nullable Kept observation,
        @Nullable Kept delivered,
        @Nullable BigDecimal difference,
        @Nullable Boolean agrees,
        @Nullable List<Input> inputs,
        @Nullable String comparability,
        @Nullable List<BreakView> breaks) {

    /**
     * What is missing for a value.
     *
     * @param code no-figure, only-implied, other-unit, division-by-zero, out-of-bounds or no-children
     * @param alias the reference in the formula
     * @param series its series
     * @param region where it is missing; absent when the caller may not see that region
     * @param period when it is missing
     * @param column place in the formula
     * @param message for people
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CellGap")
    public record Gap(
            String code,
            @Nullable String alias,
            @Nullable String series,
            @Nullable String region,
            @Nullable String period,
            int column,
            String message) {}

    /**
     * A figure that is kept.
     *
     * @param id id of the observation
     * @param version its version
     * @param value its value
     * @param status how firm it is
     * @param source title of its source
     * @param recordedAt when the suite learned it
     */
    @Schema(name = "KeptFigure")
    public record Kept(UUID id, int version, BigDecimal value, String status, String source, Instant recordedAt) {

        static Kept of(Observation figure) {
            return figure == null || figure.withdrawn()
                    ? null
                    : new Kept(
                            figure.id(),
                            figure.version(),
                            figure.figure().value(),
                            figure.status().code(),
                            figure.source().title(),
                            figure.recordedAt());
        }
    }

    /**
     * A figure that the formula took.
     *
     * @param alias the reference in the formula
     * @param series series code
     * @param region region code
     * @param period first and last day as a period
     * @param kind kind of figure
     * @param unit unit code
     * @param value the value; absent when the caller may not see the region
     * @param figure the observation or target; absent when it was computed in the same step or may not be seen
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CellInput")
    public record Input(
            String alias,
            String series,
            String region,
            String period,
            String kind,
            String unit,
            @Nullable BigDecimal value,
            @Nullable Kept figure) {}

    /**
     * How a cell is shown.
     *
     * @param explain whether with inputs and all digits
     * @param english whether in English
     * @param readable the regions whose figures may be shown
     */
    public record Manner(boolean explain, boolean english, RegionSet readable) {}

    static CellView of(
            Computation.Outcome outcome,
            Observation kept,
            Observation delivered,
            Manner manner,
            SeriesRules rules,
            Comparison comparison) {
        Cell cell = outcome.cell();
        Definition definition = cell.series().definition();
        boolean alike = comparison.equals(Comparison.ALIKE);
        boolean there = delivered != null && !delivered.withdrawn();
        BigDecimal difference = there ? outcome.difference(delivered.figure()) : null;
        return new CellView(
                definition.code(),
                cell.place().region(),
                cell.place().period().text(),
                cell.kind().code(),
                cell.series().unit(cell.kind()),
                outcome.value(),
                manner.explain() ? outcome.result().value() : null,
                definition.name(),
                outcome.result().missing().stream()
                        .map(gap -> gap(gap, cell, manner))
                        .toList(),
                Kept.of(kept),
                Kept.of(delivered),
                difference == null ? null : difference.setScale(definition.decimals(), RoundingMode.HALF_UP),
                difference == null ? null : outcome.agrees(delivered.figure(), rules),
                manner.explain() ? inputs(outcome, manner) : null,
                alike ? null : comparison.comparability().code(),
                alike ? null : BreakView.of(comparison.breaks()));
    }

    private static List<Input> inputs(Computation.Outcome outcome, Manner manner) {
        return outcome.taken().stream()
                .map(taken -> input(taken, outcome.cell(), manner))
                .toList();
    }

    private static Gap gap(Missing missing, Cell cell, Manner manner) {
        ComputedSeries.Input input =
                missing.alias() == null ? null : cell.series().input(missing.alias());
        ObservationKey key = input == null ? null : cell.series().key(cell.kind(), missing.alias(), missing.place());
        String region = key == null ? missing.place().region() : key.region();
        return new Gap(
                missing.reason().code(),
                missing.alias(),
                input == null ? null : input.series().code(),
                manner.readable().contains(region) ? region : null,
                key == null ? missing.place().period().text() : period(key),
                missing.column(),
                missing.reason().text().in(manner.english()));
    }

    private static Input input(Computation.Taken taken, Cell cell, Manner manner) {
        ObservationKey key = taken.key();
        boolean visible = manner.readable().contains(key.region());
        return new Input(
                taken.alias(),
                key.indicator(),
                key.region(),
                period(key),
                key.kind().code(),
                cell.series().input(taken.alias()).unit(),
                visible ? taken.value() : null,
                visible ? Kept.of(taken.figure()) : null);
    }

    private static String period(ObservationKey key) {
        return Calendar.of(key.start(), key.end()).text();
    }
}
