package org.finplan.indicators.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.series.Computed;
import org.finplan.indicators.series.Known;
import org.finplan.indicators.series.Series;
import org.finplan.platform.period.Period;

/**
 * The figures of a series and what is computed from several of them: where a definition changed between these, over its published
 * link, or not at all when they cannot be compared, and always with the mark.
 */
public final class ComparedSeries {

    private final Definitions definitions;
    private final boolean state;
    private final List<Observation> figures;
    private final Series<Observation> delivered;

    /**
     * Takes figures.
     *
     * @param definitions by which definitions they are
     * @param state whether they are states at a day
     * @param figures figures of one series and kind
     */
    public ComparedSeries(Definitions definitions, boolean state, List<Observation> figures) {
        this.definitions = definitions;
        this.state = state;
        this.figures = List.copyOf(figures);
        this.delivered =
                series(figure -> new Known<>(figure.period(), figure.figure().value(), figure));
    }

    /**
     * What was computed, with what lies between its inputs.
     *
     * @param value the value, or why there is none
     * @param comparison how far its inputs can be compared
     */
    public record Compared(Computed<Observation> value, Comparison comparison) {}

    /**
     * Computes.
     *
     * @param how what is made of the series; the same periods whatever the values
     * @return each value with its mark; without a value where its inputs cannot be compared
     */
    public List<Compared> compute(Function<Series<Observation>, List<Computed<Observation>>> how) {
        List<Computed<Observation>> values = how.apply(delivered);
        Map<Basis, List<Computed<Observation>>> linked = new HashMap<>();
        List<Compared> compared = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Computed<Observation> value = values.get(i);
            Comparison comparison = definitions.compare(value.inputs());
            if (!comparison.isPossible()) {
                value = new Computed<>(
                        value.period(), null, value.inputs(), value.missing(), Computed.Gap.NOT_COMPARABLE);
            } else if (comparison.isLinked()) {
                value = linked.computeIfAbsent(latest(value.inputs()), basis -> how.apply(linkedTo(basis)))
                        .get(i);
            }
            compared.add(new Compared(value, comparison));
        }
        return List.copyOf(compared);
    }

    /**
     * Two values of the series, over the published link where the definition changed between them.
     *
     * @param earlier the earlier value, or what is missing for it
     * @param later the later value, or what is missing for it
     * @param comparison how far they can be compared
     */
    public record Pair(Computed<Observation> earlier, Computed<Observation> later, Comparison comparison) {}

    /**
     * Two values of the series that are to be held against each other.
     *
     * @param earlier the earlier period
     * @param later the later period
     * @return the values of both
     */
    public Pair pair(Period earlier, Period later) {
        Computed<Observation> before = delivered.value(earlier);
        Computed<Observation> now = delivered.value(later);
        List<Observation> inputs =
                Stream.concat(before.inputs().stream(), now.inputs().stream()).toList();
        Comparison comparison = definitions.compare(inputs);
        if (!comparison.isLinked()) {
            return new Pair(before, now, comparison);
        }
        Series<Observation> linked = linkedTo(latest(inputs));
        return new Pair(linked.value(earlier), linked.value(later), comparison);
    }

    private Basis latest(List<Observation> inputs) {
        return inputs.stream()
                .map(definitions::basis)
                .max(Comparator.comparing(Basis::last))
                .orElseThrow();
    }

    private Series<Observation> linkedTo(Basis basis) {
        return series(figure -> new Known<>(
                figure.period(),
                definitions.basis(figure).linked(figure.figure().value(), basis),
                figure));
    }

    private Series<Observation> series(Function<Observation, Known<Observation>> known) {
        return new Series<>(state, figures.stream().map(known).toList());
    }
}
