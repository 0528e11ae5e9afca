package org.finplan.indicators.due;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.reading.SeriesScope;
import org.finplan.indicators.series.Known;
import org.finplan.indicators.series.Series;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionHierarchy;
import org.finplan.platform.time.BusinessTime;

/** Finds due periods without a value: one round trip for targets, one for values. */
@ApplicationScoped
class MissingFigures {

    private final PlanRegister register;
    private final SeriesScope scope;
    private final SeriesRules rules;
    private final Observations values;
    private final Targets targets;
    private final DueRules due;

    MissingFigures(
            PlanRegister register,
            SeriesScope scope,
            SeriesRules rules,
            Observations values,
            Targets targets,
            DueRules due) {
        this.register = register;
        this.scope = scope;
        this.rules = rules;
        this.values = values;
        this.targets = targets;
        this.due = due;
    }

    /**
     * A due period without a value.
     *
     * @param indicator indicator code
     * @param name its name
     * @param region region code
     * @param period the period
     * @param dueOn the day by which it was due
     * @param daysOverdue days since then
     */
    @Schema(name = "MissingFigure")
    record Missing(
            String indicator, LocalizedText name, String region, String period, LocalDate dueOn, long daysOverdue) {}

    private record SeriesInRegion(String indicator, String region) {}

    /**
     * Lists what is missing.
     *
     * @param plan the plan
     * @param indicators indicators of the plan
     * @param region region code; null for the city and every region that has a target of its own
     * @param knowledge what was known; days overdue are counted to its instant
     * @return in the order of indicators, regions and periods
     */
    List<Missing> list(PlanPackage plan, List<IndicatorDefinition> indicators, String region, Knowledge knowledge) {
        LocalDate today = BusinessTime.dayOf(knowledge.asOf());
        Map<String, Set<String>> expected = expected(plan, indicators, region, knowledge);
        Map<SeriesInRegion, Series<Observation>> known = known(plan, expected, knowledge);
        List<Missing> missing = new ArrayList<>();
        for (IndicatorDefinition indicator : indicators) {
            List<Period> periods = due.due(indicator.code(), plan.plan().horizon(), today);
            for (String place : expected.get(indicator.code())) {
                Series<Observation> series = known.get(new SeriesInRegion(indicator.code(), place));
                periods.stream()
                        .filter(period -> inForce(place, period))
                        .filter(period -> series == null || series.value(period).value() == null)
                        .map(period -> missing(indicator, place, period, today))
                        .forEach(missing::add);
            }
        }
        return missing;
    }

    private boolean inForce(String region, Period period) {
        return register.regions().find(region).orElseThrow().inForce(period);
    }

    private Missing missing(IndicatorDefinition indicator, String region, Period period, LocalDate today) {
        LocalDate dueOn = due.dueOn(indicator.code(), period);
        return new Missing(
                indicator.code(),
                indicator.name(),
                region,
                period.text(),
                dueOn,
                ChronoUnit.DAYS.between(dueOn, today));
    }

    /** Where a target is, a value is due. */
    private Map<String, Set<String>> expected(
            PlanPackage plan, List<IndicatorDefinition> indicators, String region, Knowledge knowledge) {
        List<String> readable = scope.regions(region);
        String city = plan.city();
        Map<String, Set<String>> expected = new HashMap<>();
        for (IndicatorDefinition indicator : indicators) {
            Set<String> regions = new LinkedHashSet<>();
            if (region != null) {
                regions.add(region);
            } else if (readable.contains(city)) {
                regions.add(city);
            }
            expected.put(indicator.code(), regions);
        }
        if (region == null) {
            targets.read(plan.plan().code(), expected.keySet(), readable, knowledge.undatedAsOf()).stream()
                    .filter(target -> target.primary())
                    .forEach(target -> expected.get(target.key().indicator())
                            .add(target.key().region()));
        }
        return expected;
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
                lineages.values().stream().flatMap(List::stream).toList(),
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
