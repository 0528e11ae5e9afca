package org.finplan.indicators.computed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.indicators.computed.ComputedFigures.Computed;
import org.finplan.indicators.derived.Cell;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.derived.Formulas;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.NewVersion;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.target.Target;

/**
 * Computes anew what new figures, targets or formulas touch: in their transaction, in the order of the dependencies, each
 * cell once, with one read of the table of observations and one batch of writes. The caller holds the locks of the series
 * that follow, see {@link Formulas#dependents}, and reaches every region.
 */
@ApplicationScoped
public class Recomputation {

    private final Formulas formulas;
    private final FormulaInputs figures;
    private final ComputedFigures store;

    Recomputation(Formulas formulas, FormulaInputs figures, ComputedFigures store) {
        this.formulas = formulas;
        this.figures = figures;
        this.store = store;
    }

    /**
     * Computes and stores what follows from figures.
     *
     * @param versions new versions, of a figure the newest last; delivered ones are followed
     * @return the computed versions that are new
     */
    public List<NewVersion> afterFigures(List<Observation> versions) {
        List<Observation> delivered = versions.stream()
                .filter(version -> version.key().variant().equals(ObservationKey.MAIN))
                .toList();
        Map<ObservationKey, RevisionReason> reasons = new LinkedHashMap<>();
        Map<ObservationKey, Observation> stored = new HashMap<>();
        for (Observation version : delivered) {
            reasons.put(version.key(), version.reason() == null ? RevisionReason.ROUTINE : version.reason());
            stored.put(version.key(), version);
        }
        return follow(reasons, stored);
    }

    /**
     * Computes and stores what follows from targets.
     *
     * @param versions new versions
     * @return the computed versions that are new
     */
    public List<NewVersion> afterTargets(List<Target> versions) {
        Map<ObservationKey, RevisionReason> reasons = new LinkedHashMap<>();
        versions.stream()
                .filter(Target::primary)
                .flatMap(target -> figures.key(target).stream())
                .forEach(key -> reasons.put(key, RevisionReason.ROUTINE));
        return follow(reasons, Map.of());
    }

    /**
     * Computes everything that a formula gives, and what follows from it. What it gives no more is withdrawn.
     *
     * @param formula a formula that is active now
     * @return the computed versions that are new
     */
    public List<NewVersion> all(ComputedSeries formula) {
        return replace(formula.code(), figures.cells(formula, figures.everyRegion(), Knowledge.LATEST));
    }

    /**
     * Withdraws everything that a formula gave, and computes anew what followed from it.
     *
     * @param formula a formula that is active no more
     * @return the computed versions that are new
     */
    public List<NewVersion> none(ComputedSeries formula) {
        return replace(formula.code(), Set.of());
    }

    private List<NewVersion> replace(String code, Set<Cell> own) {
        Set<ObservationKey> kept = own.stream().map(Cell::computed).collect(Collectors.toSet());
        List<Observation> stale = store.all(code).stream()
                .filter(figure -> !kept.contains(figure.key()))
                .toList();
        List<NewVersion> stored = new ArrayList<>(store.withdraw(stale, RevisionReason.DEFINITION_CHANGE));
        List<ObservationKey> changed = Stream.concat(
                        kept.stream(), stale.stream().map(Observation::key))
                .toList();
        Set<Cell> cells = new LinkedHashSet<>(own);
        cells.addAll(formulas.current().affectedBy(changed));
        stored.addAll(compute(FormulaInputs.dependencies(cells), cell -> RevisionReason.DEFINITION_CHANGE, Map.of()));
        return stored;
    }

    /** A cell is revised for the reason of the first of its own inputs that changed, which may follow from others itself. */
    private List<NewVersion> follow(
            Map<ObservationKey, RevisionReason> changed, Map<ObservationKey, Observation> stored) {
        if (changed.isEmpty()) {
            return List.of();
        }
        Map<Cell, Set<ObservationKey>> cells =
                FormulaInputs.dependencies(formulas.current().affectedBy(changed.keySet()));
        Map<ObservationKey, RevisionReason> reasons = new HashMap<>(changed);
        cells.forEach((cell, looks) -> looks.stream()
                .map(reasons::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(reason -> reasons.putIfAbsent(cell.delivered(), reason)));
        return compute(cells, cell -> reasons.getOrDefault(cell.delivered(), RevisionReason.ROUTINE), stored);
    }

    /** What was stored just now is known and not read again. */
    private List<NewVersion> compute(
            Map<Cell, Set<ObservationKey>> cells,
            Function<Cell, RevisionReason> reason,
            Map<ObservationKey, Observation> stored) {
        if (cells.isEmpty()) {
            return List.of();
        }
        Map<ObservationKey, Observation> known = figures.read(cells, Knowledge.LATEST, stored);
        List<Computed> computed = Computation.of(cells.keySet(), known).stream()
                .map(outcome -> computed(outcome, reason.apply(outcome.cell())))
                .toList();
        return store.store(computed, known);
    }

    private static Computed computed(Computation.Outcome outcome, RevisionReason reason) {
        Cell cell = outcome.cell();
        ComputedSeries series = cell.series();
        return new Computed(
                cell.computed(),
                cell.place().period(),
                outcome.value(),
                series.unit(cell.kind()),
                series.definition().formula(),
                series.definition().name(),
                reason);
    }
}
