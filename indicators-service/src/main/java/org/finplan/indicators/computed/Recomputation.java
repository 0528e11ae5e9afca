package org.finplan.indicators.computed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.indicators.database.EveryRegion;
import org.finplan.indicators.derived.Cell;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.derived.Formulas;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.recording.ComputedFigures;
import org.finplan.indicators.recording.ComputedFigures.Computed;
import org.finplan.indicators.recording.ObservationsRecorded;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetsRecorded;

/**
 * Computes anew what new figures, targets or formulas touch: in their transaction, in the order of the dependencies, each
 * cell once, with one read of the table of observations and one batch of writes. The locks of the series that follow are
 * held already, see {@link Formulas#dependents}.
 */
@ApplicationScoped
public class Recomputation {

    private final Formulas formulas;
    private final FigureReader figures;
    private final ComputedFigures store;
    private final EveryRegion everyRegion;
    private final Clock clock;

    Recomputation(
            Formulas formulas, FigureReader figures, ComputedFigures store, EveryRegion everyRegion, Clock clock) {
        this.formulas = formulas;
        this.figures = figures;
        this.store = store;
        this.everyRegion = everyRegion;
        this.clock = clock;
    }

    void figuresRecorded(@Observes ObservationsRecorded recorded) {
        List<Observation> delivered = recorded.versions().stream()
                .filter(version -> version.key().variant().equals(ObservationKey.MAIN))
                .toList();
        RevisionReason reason = delivered.stream()
                .map(Observation::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(RevisionReason.ROUTINE);
        follow(delivered.stream().map(Observation::key).toList(), reason);
    }

    void targetsRecorded(@Observes TargetsRecorded recorded) {
        follow(
                recorded.versions().stream()
                        .filter(Target::primary)
                        .flatMap(target -> figures.key(target).stream())
                        .toList(),
                RevisionReason.ROUTINE);
    }

    /**
     * Computes everything that a formula gives, and what follows from it. What it gives no more is withdrawn.
     *
     * @param formula a formula that is active now
     * @return how many figures were stored
     */
    public int all(ComputedSeries formula) {
        return everyRegion.with(
                () -> replace(formula.code(), figures.cells(formula, figures.everyRegion(), clock.instant())));
    }

    /**
     * Withdraws everything that a formula gave, and computes anew what followed from it.
     *
     * @param formula a formula that is active no more
     * @return how many figures were stored
     */
    public int none(ComputedSeries formula) {
        return everyRegion.with(() -> replace(formula.code(), Set.of()));
    }

    private int replace(String code, Set<Cell> own) {
        Set<ObservationKey> kept = own.stream().map(Cell::computed).collect(Collectors.toSet());
        List<Observation> stale = store.all(code).stream()
                .filter(figure -> !kept.contains(figure.key()))
                .toList();
        int withdrawn = store.withdraw(stale, RevisionReason.DEFINITION_CHANGE);
        List<ObservationKey> changed = Stream.concat(
                        kept.stream(), stale.stream().map(Observation::key))
                .toList();
        Set<Cell> cells = new LinkedHashSet<>(own);
        cells.addAll(formulas.current().affectedBy(changed));
        return withdrawn + compute(cells, RevisionReason.DEFINITION_CHANGE);
    }

    private void follow(Collection<ObservationKey> changed, RevisionReason reason) {
        if (changed.isEmpty()) {
            return;
        }
        Set<Cell> cells = formulas.current().affectedBy(changed);
        if (!cells.isEmpty()) {
            everyRegion.with(() -> compute(cells, reason));
        }
    }

    private int compute(Collection<Cell> cells, RevisionReason reason) {
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
