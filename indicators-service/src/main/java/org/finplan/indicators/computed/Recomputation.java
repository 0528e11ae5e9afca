package org.finplan.indicators.computed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.indicators.computed.ComputedFigures.Computed;
import org.finplan.indicators.derived.Cell;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.derived.Formulas;
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
    private final Clock clock;

    Recomputation(Formulas formulas, FormulaInputs figures, ComputedFigures store, Clock clock) {
        this.formulas = formulas;
        this.figures = figures;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Computes and stores what follows from figures.
     *
     * @param versions new versions; delivered ones are followed
     * @return the computed versions that are new
     */
    public List<NewVersion> afterFigures(List<Observation> versions) {
        List<Observation> delivered = versions.stream()
                .filter(version -> version.key().variant().equals(ObservationKey.MAIN))
                .toList();
        RevisionReason reason = delivered.stream()
                .map(Observation::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(RevisionReason.ROUTINE);
        return follow(delivered.stream().map(Observation::key).toList(), reason);
    }

    /**
     * Computes and stores what follows from targets.
     *
     * @param versions new versions
     * @return the computed versions that are new
     */
    public List<NewVersion> afterTargets(List<Target> versions) {
        return follow(
                versions.stream()
                        .filter(Target::primary)
                        .flatMap(target -> figures.key(target).stream())
                        .toList(),
                RevisionReason.ROUTINE);
    }

    /**
     * Computes everything that a formula gives, and what follows from it. What it gives no more is withdrawn.
     *
     * @param formula a formula that is active now
     * @return the computed versions that are new
     */
    public List<NewVersion> all(ComputedSeries formula) {
        return replace(formula.code(), figures.cells(formula, figures.everyRegion(), clock.instant()));
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
        stored.addAll(compute(cells, RevisionReason.DEFINITION_CHANGE));
        return stored;
    }

    private List<NewVersion> follow(Collection<ObservationKey> changed, RevisionReason reason) {
        return changed.isEmpty() ? List.of() : compute(formulas.current().affectedBy(changed), reason);
    }

    private List<NewVersion> compute(Collection<Cell> cells, RevisionReason reason) {
        if (cells.isEmpty()) {
            return List.of();
        }
        Map<ObservationKey, Observation> known = figures.read(cells, clock.instant());
        List<Computed> computed = Computation.of(cells, known).stream()
                .map(Recomputation::computed)
                .toList();
        return store.store(computed, known, reason);
    }

    private static Computed computed(Computation.Outcome outcome) {
        Cell cell = outcome.cell();
        ComputedSeries series = cell.series();
        return new Computed(
                cell.computed(),
                cell.place().period(),
                outcome.value(),
                series.unit(cell.kind()),
                series.definition().formula(),
                series.definition().name());
    }
}
