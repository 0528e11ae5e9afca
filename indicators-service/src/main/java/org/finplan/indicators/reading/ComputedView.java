package org.finplan.indicators.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.definition.BreakView;
import org.finplan.indicators.definition.ComparedSeries.Compared;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.observation.Audience;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.series.Computed;
import org.finplan.indicators.series.Frequency;
import org.finplan.indicators.series.Transform;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Unit;

/**
 * How a figure was computed on read.
 *
 * @param frequency frequency that was asked for, or null
 * @param transform transform that was asked for, or null
 * @param inputs versions that went into it
 * @param missing periods without a value that it needs
 * @param gap why it has no value: part-missing, base-missing, base-not-positive or not-comparable; null when it has one
 * @param comparability linked, unconfirmed or not-comparable when the definition of the series changed between the inputs
 * @param breaks the breaks between their definitions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ComputedFrom")
public record ComputedView(
        @Nullable String frequency,
        @Nullable String transform,
        List<Input> inputs,
        List<String> missing,
        @Nullable String gap,
        @Nullable String comparability,
        @Nullable List<BreakView> breaks) {

    /**
     * A version that went into a computed figure.
     *
     * @param observation id of the observation
     * @param version its version
     * @param region region code that it is stored under
     * @param period period in the notation it was delivered in
     * @param value its value
     * @param unit unit code
     */
    @Schema(name = "ComputedInput")
    public record Input(UUID observation, int version, String region, String period, BigDecimal value, String unit) {}

    static ObservationView of(
            String indicator,
            String region,
            ObservationKind kind,
            Compared compared,
            Unit own,
            Unit unit,
            Frequency frequency,
            Transform transform) {
        Computed<Observation> computed = compared.value();
        List<Observation> inputs = computed.inputs();
        Period period = computed.period();
        return new ObservationView(
                null,
                indicator,
                region,
                kind.code(),
                period.text(),
                period.start(),
                period.end(),
                period.type().code(),
                UnitChoice.convert(computed.value(), own, unit),
                unit.code(),
                null,
                null,
                ObservationStatus.ESTIMATED.code(),
                true,
                null,
                null,
                null,
                false,
                null,
                null,
                latest(inputs, Observation::recordedAt),
                null,
                null,
                latest(inputs, Observation::releasedAt),
                null,
                audience(inputs).code(),
                of(compared, frequency, transform),
                null);
    }

    /** What everybody may read can be computed by everybody, nothing else. */
    private static Audience audience(List<Observation> inputs) {
        boolean open = !inputs.isEmpty()
                && inputs.stream().allMatch(input -> input.publication().audience() == Audience.PUBLIC);
        return open ? Audience.PUBLIC : Audience.INTERNAL;
    }

    private static ComputedView of(Compared compared, Frequency frequency, Transform transform) {
        Computed<Observation> computed = compared.value();
        Comparison comparison = compared.comparison();
        boolean alike = comparison.equals(Comparison.ALIKE);
        return new ComputedView(
                frequency == null ? null : frequency.code(),
                transform == null ? null : transform.code(),
                computed.inputs().stream().map(ComputedView::input).toList(),
                computed.missing().stream().map(Period::text).toList(),
                computed.gap() == null ? null : computed.gap().code(),
                alike ? null : comparison.comparability().code(),
                alike ? null : BreakView.of(comparison.breaks()));
    }

    private static Instant latest(List<Observation> inputs, Function<Observation, Instant> clock) {
        return inputs.stream().map(clock).max(Instant::compareTo).orElse(null);
    }

    private static Input input(Observation version) {
        return new Input(
                version.id(),
                version.version(),
                version.key().region(),
                version.period().text(),
                version.figure().value(),
                version.figure().unit());
    }
}
