package org.finplan.indicators.computed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.finplan.indicators.derived.Cell;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionDefinition;

/** Reads what formulas look at: observations in one round trip, targets in one for each plan, and only when asked for. */
@ApplicationScoped
class FormulaInputs {

    private final Observations observations;
    private final Targets targets;
    private final PlanRegister register;

    FormulaInputs(Observations observations, Targets targets, PlanRegister register) {
        this.observations = observations;
        this.targets = targets;
        this.register = register;
    }

    /**
     * Reads what cells look at, and what is there of the cells themselves.
     *
     * @param cells the cells
     * @param knowledge what was known; targets are those at {@link Knowledge#undatedAsOf()}
     * @return newest figures by what they are about, delivered and computed, withdrawn ones among them
     */
    Map<ObservationKey, Observation> read(Collection<Cell> cells, Knowledge knowledge) {
        return read(dependencies(cells), knowledge, Map.of());
    }

    /** {@return what each cell looks at, in the order of the cells} */
    static Map<Cell, Set<ObservationKey>> dependencies(Collection<Cell> cells) {
        Map<Cell, Set<ObservationKey>> dependencies = new LinkedHashMap<>();
        cells.forEach(cell -> dependencies.put(cell, cell.series().dependencies(cell)));
        return dependencies;
    }

    /**
     * Reads what cells look at, and what is there of the cells themselves, but for what is known already.
     *
     * @param cells what each cell looks at
     * @param knowledge what was known; targets are those at {@link Knowledge#undatedAsOf()}
     * @param already newest figures by what they are about, which are not read
     * @return newest figures, as {@link #read(Collection, Knowledge)}, those among them
     */
    Map<ObservationKey, Observation> read(
            Map<Cell, Set<ObservationKey>> cells, Knowledge knowledge, Map<ObservationKey, Observation> already) {
        Set<ObservationKey> keys = new LinkedHashSet<>();
        Set<ObservationKey> aims = new LinkedHashSet<>();
        cells.forEach((cell, looks) -> {
            keys.add(cell.delivered());
            keys.add(cell.computed());
            for (ObservationKey key : looks) {
                (key.kind() == ObservationKind.TARGET ? aims : keys).add(key);
                keys.add(key.variant(ObservationKey.COMPUTED));
            }
        });
        keys.removeAll(already.keySet());
        Map<ObservationKey, Observation> known = new HashMap<>(observations.newest(keys, knowledge));
        known.putAll(already);
        known.putAll(targets(aims, knowledge));
        return known;
    }

    /**
     * The cells of a formula that at least one figure is there for.
     *
     * @param formula the formula
     * @param regions regions that figures may be of
     * @param knowledge what was known; targets are those at {@link Knowledge#undatedAsOf()}
     * @return the cells
     */
    Set<Cell> cells(ComputedSeries formula, Collection<String> regions, Knowledge knowledge) {
        Set<String> series = new TreeSet<>(formula.uses());
        Set<Cell> cells = new LinkedHashSet<>();
        observations.keys(series, regions, knowledge).forEach(place -> cells.addAll(formula.affectedBy(place)));
        if (formula.definition().kinds().contains(ObservationKind.TARGET)) {
            register.packages().stream()
                    .flatMap(
                            plan -> targets.read(plan.plan().code(), series, regions, knowledge.undatedAsOf()).stream())
                    .filter(Target::primary)
                    .flatMap(target -> key(target).stream())
                    .forEach(key -> cells.addAll(formula.affectedBy(key)));
        }
        return cells;
    }

    List<String> everyRegion() {
        return register.regions().all().stream().map(RegionDefinition::code).toList();
    }

    /** {@return what a target is about; empty when its series is unknown or it has no number} */
    Optional<ObservationKey> key(Target target) {
        return register.series()
                .find(target.key().indicator())
                .filter(series -> target.value() != null)
                .map(series -> SeriesRules.key(
                        series, target.key().region(), ObservationKind.TARGET, target.period(), ObservationKey.MAIN));
    }

    private Map<ObservationKey, Observation> targets(Set<ObservationKey> keys, Knowledge knowledge) {
        Map<ObservationKey, Observation> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        Set<String> series = new TreeSet<>();
        Set<String> regions = new TreeSet<>();
        keys.forEach(key -> {
            series.add(key.indicator());
            regions.add(key.region());
        });
        register.packages().stream()
                .flatMap(plan -> targets.read(plan.plan().code(), series, regions, knowledge.undatedAsOf()).stream())
                .filter(Target::primary)
                .forEach(target -> key(target)
                        .filter(keys::contains)
                        .ifPresent(key -> found.putIfAbsent(key, figure(key, target))));
        return found;
    }

    /** A target as the figure that it is: what somebody aims at. */
    private static Observation figure(ObservationKey key, Target target) {
        return new Observation(
                target.id(),
                target.version(),
                key,
                target.period(),
                new Figure(
                        target.value(),
                        target.unit(),
                        target.value(),
                        target.unit(),
                        target.comparator().code(),
                        target.printed(),
                        null),
                ObservationStatus.AS_PUBLISHED,
                false,
                null,
                new Source("目标 / target " + target.key().plan(), null, target.clause(), List.of(), "target"),
                null,
                target.recordedAt(),
                target.recordedBy(),
                Publication.DIRECT);
    }
}
