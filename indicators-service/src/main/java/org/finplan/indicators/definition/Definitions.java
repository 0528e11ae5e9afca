package org.finplan.indicators.definition;

import jakarta.annotation.Nullable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.definition.SeriesTimeline;

/** By which definitions figures are. Asks the register of plans at each use, as plans may come while the program runs. */
public class Definitions {

    private final PlanRegister register;
    /** By series: asked for each comparison, and the same while the plans are. */
    private final Supplier<Map<String, Set<String>>> inputs;

    /**
     * Uses a register.
     *
     * @param register the plans
     */
    public Definitions(PlanRegister register) {
        this.register = register;
        this.inputs = register.derived(ConcurrentHashMap::new);
    }

    /** {@return the definitions of a series in their order; none where no plan says anything} */
    public SeriesTimeline of(String series) {
        return register.series().definitions(series);
    }

    /**
     * By which definition a figure is.
     *
     * @param figure the figure
     * @return the definition
     */
    public Basis basis(Observation figure) {
        SeriesTimeline timeline = of(figure.key().indicator());
        ObservationKey key = figure.key();
        return Basis.of(timeline, stated(timeline, figure), key.start(), key.end());
    }

    /**
     * By which definition a figure is, for its reader.
     *
     * @param figure the figure
     * @return code of the definition, mixed, unconfirmed, or null when its series has no definitions
     */
    public @Nullable String code(Observation figure) {
        SeriesTimeline timeline = of(figure.key().indicator());
        ObservationKey key = figure.key();
        return Basis.code(timeline, stated(timeline, figure), key.start(), key.end());
    }

    /**
     * What its author said; where that is nothing, the plans of its region may say that it is not known. So a figure that was there
     * before a package told of definitions is not taken for one by the newest of them.
     */
    private @Nullable String stated(SeriesTimeline timeline, Observation figure) {
        String own = figure.figure().definition();
        if (own != null || timeline.definitions().isEmpty()) {
            return own;
        }
        ObservationKey key = figure.key();
        return register.packages().stream()
                .filter(plan -> plan.hasRegion(key.region()))
                .map(plan -> plan.definitions().ofFigure(key.indicator(), key.region(), key.end()))
                .filter(Basis::isUnclear)
                .findFirst()
                .orElse(null);
    }

    /**
     * Compares figures of one series. The figures of a series that a formula of a plan gives are by the definitions of what it
     * is computed from.
     *
     * @param figures the figures
     * @return what lies between them
     */
    public Comparison compare(Collection<Observation> figures) {
        Map<String, List<Observation>> bySeries = figures.stream()
                .collect(Collectors.groupingBy(figure -> figure.key().indicator()));
        return bySeries.entrySet().stream()
                .map(of -> compare(of.getKey(), of.getValue()))
                .reduce(Comparison.ALIKE, Comparison::and);
    }

    /**
     * Compares what a formula took: figures of each series among themselves. Its result is over no link.
     *
     * @param figures the figures
     * @return what lies between them
     */
    public Comparison compareInputs(Collection<Observation> figures) {
        return compare(figures).ofResults();
    }

    private Comparison compare(String series, List<Observation> figures) {
        if (!of(series).definitions().isEmpty()) {
            return Comparison.of(figures.stream().map(this::basis).toList());
        }
        Set<String> taken = inputs.get().computeIfAbsent(series, code -> inputs(code, new HashSet<>()));
        if (taken.isEmpty()) {
            return Comparison.ALIKE;
        }
        // What a figure is computed from is of its whole span, in which another definition may have come into force.
        Function<String, Comparison> ofInput = input -> Comparison.of(figures.stream()
                .map(figure -> Basis.of(
                        of(input), null, figure.key().start(), figure.key().end()))
                .distinct()
                .toList());
        return taken.stream()
                .map(ofInput)
                .reduce(Comparison.ALIKE, Comparison::and)
                .ofResults();
    }

    /** The series with definitions of their own that a series is computed from by a formula of a plan. */
    private Set<String> inputs(String series, Set<String> seen) {
        Set<String> inputs = new TreeSet<>();
        if (seen.add(series)) {
            register.packages().stream()
                    .flatMap(plan -> plan.derived().stream())
                    .filter(formula -> formula.code().equals(series))
                    .flatMap(formula -> formula.inputs().stream())
                    .forEach(input -> {
                        if (of(input.series()).definitions().isEmpty()) {
                            inputs.addAll(inputs(input.series(), seen));
                        } else {
                            inputs.add(input.series());
                        }
                    });
        }
        return inputs;
    }
}
