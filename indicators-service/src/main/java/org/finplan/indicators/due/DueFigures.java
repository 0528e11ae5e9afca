package org.finplan.indicators.due;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.finplan.indicators.due.DueFigure.SeriesInRegion;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.series.Computed;
import org.finplan.indicators.series.Known;
import org.finplan.indicators.series.Series;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionHierarchy;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.workday.WorkingDays;

/** Which figures a plan asks for by a day, and which of them are there: the one meaning of due. One round trip for all values. */
@ApplicationScoped
class DueFigures {

    private final PlanRegister register;
    private final SeriesRules rules;
    private final Observations values;
    private final DueRules due;

    DueFigures(PlanRegister register, SeriesRules rules, Observations values, DueRules due) {
        this.register = register;
        this.rules = rules;
        this.values = values;
        this.due = due;
    }

    /** {@return the indicators of a plan that have figures: what a person judges has none} */
    static List<IndicatorDefinition> indicators(PlanPackage plan) {
        return plan.indicators().stream()
                .filter(row -> !(row.target().kind() instanceof TargetKind.Qualitative))
                .toList();
    }

    /**
     * Finds the figures that are due.
     *
     * @param plan the plan
     * @param indicators indicators of the plan
     * @param expected the regions that are asked, by indicator
     * @param knowledge what counts as there
     * @param today the day up to which figures are due
     * @return in the order of indicators, regions and periods
     */
    List<DueFigure> find(
            PlanPackage plan,
            List<IndicatorDefinition> indicators,
            Map<String, Set<String>> expected,
            Knowledge knowledge,
            LocalDate today) {
        WorkingDays calendar = register.workingDays(plan.city());
        Map<SeriesInRegion, Series<Observation>> known = known(plan, expected, knowledge);
        List<DueFigure> found = new ArrayList<>();
        for (IndicatorDefinition indicator : indicators) {
            SortedMap<Period, DueDay> days =
                    due.due(indicator.code(), plan.plan().horizon(), today, calendar);
            for (String region : expected.get(indicator.code())) {
                Series<Observation> series = known.get(new SeriesInRegion(indicator.code(), region));
                days.forEach((period, day) -> {
                    if (register.regions().find(region).orElseThrow().inForce(period)) {
                        found.add(new DueFigure(
                                new DueFigure.Key(indicator.code(), region, period), day, since(series, period)));
                    }
                });
            }
        }
        return found;
    }

    /** A sum is there since its last part is. */
    private static Instant since(Series<Observation> series, Period period) {
        Computed<Observation> value = series == null ? null : series.value(period);
        return value == null || value.value() == null
                ? null
                : value.inputs().stream()
                        .map(Observation::knownAt)
                        .max(Instant::compareTo)
                        .orElseThrow();
    }

    private Map<SeriesInRegion, Series<Observation>> known(
            PlanPackage plan, Map<String, Set<String>> expected, Knowledge knowledge) {
        RegionHierarchy regions = register.regions();
        Map<String, List<String>> lineages = new HashMap<>();
        expected.values().stream()
                .flatMap(Collection::stream)
                .forEach(region -> lineages.computeIfAbsent(region, regions::lineage));
        Period horizon = plan.plan().horizon();
        List<Observation> read = values.read(
                expected.keySet(),
                lineages.values().stream().flatMap(List::stream).distinct().toList(),
                horizon.start(),
                horizon.end(),
                knowledge);
        Map<SeriesInRegion, List<Known<Observation>>> byPlace = new HashMap<>();
        for (Observation value : read) {
            ObservationKind usual = rules.usualKind(value.key().indicator());
            if (value.key().kind() == usual) {
                lineages.forEach((region, codes) -> {
                    if (codes.contains(value.key().region())) {
                        byPlace.computeIfAbsent(
                                        new SeriesInRegion(value.key().indicator(), region), place -> new ArrayList<>())
                                .add(new Known<>(value.period(), value.figure().value(), value));
                    }
                });
            }
        }
        Map<SeriesInRegion, Series<Observation>> known = new HashMap<>();
        byPlace.forEach((place, found) -> known.put(place, new Series<>(state(place.indicator()), found)));
        return known;
    }

    private boolean state(String series) {
        return register.series().isState(register.series().find(series).orElseThrow());
    }
}
