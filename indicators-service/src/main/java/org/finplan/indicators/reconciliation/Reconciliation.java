package org.finplan.indicators.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.finplan.indicators.computed.AggregateRatios;
import org.finplan.indicators.computed.AggregateRatios.Gap;
import org.finplan.indicators.computed.AggregateRatios.Ratio;
import org.finplan.indicators.contradiction.Contradictions;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.region.Parts;
import org.finplan.indicators.series.PeriodContradiction;
import org.finplan.indicators.series.Rounded;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.Measure;
import org.finplan.platform.plan.PlanRegister;

/** Holds the figures of a region against those of its parts, with the same few round trips however many indicators. */
@ApplicationScoped
class Reconciliation {

    private final PlanRegister register;
    private final Observations values;
    private final SeriesRules rules;
    private final AggregateRatios ratios;
    private final Contradictions contradictions;
    private final Definitions definitions;

    Reconciliation(
            PlanRegister register,
            Observations values,
            SeriesRules rules,
            AggregateRatios ratios,
            Contradictions contradictions,
            Definitions definitions) {
        this.definitions = definitions;
        this.register = register;
        this.values = values;
        this.rules = rules;
        this.ratios = ratios;
        this.contradictions = contradictions;
    }

    /**
     * One indicator of one period.
     *
     * @param indicator the indicator
     * @param whole the region's own figure, or null
     * @param parts the figures of its parts, divisions first
     * @param balance what they come to
     * @param ratio what a ratio was recomputed from, or null
     * @param contradicted by region, the figures that the parts of their period contradict
     * @param comparison how far the whole and its parts can be compared
     */
    record Cell(
            IndicatorDefinition indicator,
            Observation whole,
            List<Observation> parts,
            Balance balance,
            Ratio ratio,
            Map<String, PeriodContradiction<Observation>> contradicted,
            Comparison comparison) {}

    private record SeriesInRegion(String indicator, String region) {}

    /**
     * Reconciles.
     *
     * @param indicators the indicators, all of one plan
     * @param region code of the region
     * @param period the period; a state is compared at its end, a flow over all of it
     * @param knowledge on what was known
     * @return a cell for each indicator, in their order
     */
    List<Cell> cells(Collection<IndicatorDefinition> indicators, String region, Period period, Knowledge knowledge) {
        Parts parts = Parts.of(register.regions(), region, period);
        List<String> regions = new ArrayList<>(parts.all());
        regions.add(region);
        List<String> series = indicators.stream().map(IndicatorDefinition::code).toList();
        Map<String, LocalDate> starts = new HashMap<>();
        indicators.forEach(
                indicator -> starts.put(indicator.code(), indicator.pointInTime() ? period.end() : period.start()));
        Map<SeriesInRegion, Observation> figures = new HashMap<>();
        for (Observation value : values.read(series, regions, period.end(), period.end(), knowledge)) {
            ObservationKey key = value.key();
            if (key.kind() == rules.usualKind(key.indicator()) && key.start().equals(starts.get(key.indicator()))) {
                figures.put(new SeriesInRegion(key.indicator(), key.region()), value);
            }
        }
        List<String> ofRatios = indicators.stream()
                .filter(indicator -> indicator.measure() == Measure.RATIO)
                .map(IndicatorDefinition::code)
                .toList();
        Map<String, Ratio> recomputed = ratios.of(ofRatios, region, parts, period, knowledge);
        Map<String, Map<String, PeriodContradiction<Observation>>> contradicted = new HashMap<>();
        contradictions.of(series, regions, period, knowledge).forEach(found -> {
            ObservationKey key = found.whole().origin().key();
            contradicted
                    .computeIfAbsent(key.indicator(), code -> new HashMap<>())
                    .put(key.region(), found);
        });
        return indicators.stream()
                .map(indicator -> cell(
                        indicator,
                        region,
                        parts,
                        figures,
                        recomputed.get(indicator.code()),
                        contradicted.getOrDefault(indicator.code(), Map.of())))
                .toList();
    }

    private Cell cell(
            IndicatorDefinition indicator,
            String region,
            Parts parts,
            Map<SeriesInRegion, Observation> figures,
            Ratio recomputed,
            Map<String, PeriodContradiction<Observation>> contradicted) {
        Observation whole = figures.get(new SeriesInRegion(indicator.code(), region));
        Rounded value = whole == null ? null : rules.rounded(whole.figure());
        Predicate<String> has = part -> figures.containsKey(new SeriesInRegion(indicator.code(), part));
        List<Observation> found = parts.counting(has).stream()
                .map(part -> figures.get(new SeriesInRegion(indicator.code(), part)))
                .toList();
        Balance balance;
        if (indicator.measure() == Measure.RATIO) {
            balance = recomputed == null ? Balance.none() : ofRatio(value, recomputed);
        } else {
            List<Rounded> known =
                    found.stream().map(figure -> rules.rounded(figure.figure())).toList();
            balance = Balance.ofSum(value, known, parts.lacking(has));
        }
        List<Observation> compared =
                Stream.concat(Stream.ofNullable(whole), found.stream()).toList();
        return new Cell(indicator, whole, found, balance, recomputed, contradicted, definitions.compare(compared));
    }

    private static Balance ofRatio(Rounded whole, Ratio recomputed) {
        List<String> missing =
                recomputed.missing().stream().map(Gap::region).distinct().toList();
        return Balance.ofRatio(recomputed.parts().isEmpty() ? null : whole, recomputed.value(), missing);
    }
}
