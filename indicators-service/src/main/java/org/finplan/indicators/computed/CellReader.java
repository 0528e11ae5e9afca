package org.finplan.indicators.computed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.indicators.database.EveryRegion;
import org.finplan.indicators.derived.Cell;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.derived.Formulas;
import org.finplan.indicators.expression.Calendar;
import org.finplan.indicators.expression.Place;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.platform.period.Period;

/**
 * Works formulas out for readers, on the figures known at an instant by the formula in force then. It sees every region,
 * as the formula does; what of it a reader may see is decided by {@link CellView}.
 */
@ApplicationScoped
public class CellReader {

    private static final Comparator<Cell> ORDER = Comparator.comparing(
                    (Cell cell) -> cell.place().region())
            .thenComparing(cell -> cell.place().period().end())
            .thenComparing(cell -> cell.place().period().start())
            .thenComparing(Cell::kind);

    private final Formulas formulas;
    private final FigureReader figures;
    private final EveryRegion everyRegion;
    private final Clock clock;

    CellReader(Formulas formulas, FigureReader figures, EveryRegion everyRegion, Clock clock) {
        this.formulas = formulas;
        this.figures = figures;
        this.everyRegion = everyRegion;
        this.clock = clock;
    }

    /**
     * A question for computed figures.
     *
     * @param code series code
     * @param regions region codes
     * @param from first day that a period may end on
     * @param to last day that a period may end on
     * @param kinds kinds of figures
     * @param asOf the answer as it was known then
     */
    record Question(
            String code, Set<String> regions, LocalDate from, LocalDate to, Set<ObservationKind> kinds, Instant asOf) {}

    /** {@return the cells that the question is about, in order; none when there was no active formula} */
    @Transactional
    public List<Cell> cells(Question question) {
        Optional<ComputedSeries> formula = formulas.asOf(question.asOf()).find(question.code());
        if (formula.isEmpty()) {
            return List.of();
        }
        return everyRegion.with(() -> figures.cells(formula.get(), figures.everyRegion(), question.asOf())).stream()
                .filter(cell -> question.regions().contains(cell.place().region()))
                .filter(cell -> question.kinds().contains(cell.kind()))
                .filter(cell -> !cell.place().period().end().isBefore(question.from())
                        && !cell.place().period().end().isAfter(question.to()))
                .sorted(ORDER)
                .toList();
    }

    /**
     * Works cells out.
     *
     * @param cells cells of one series
     * @param asOf the answer as it was known then
     * @param manner how they are shown
     * @return a view for each, in order
     */
    @Transactional
    public List<CellView> explain(Collection<Cell> cells, Instant asOf, CellView.Manner manner) {
        Map<ObservationKey, Observation> known = everyRegion.with(() -> figures.read(cells, asOf));
        return Computation.of(cells, known).stream()
                .map(outcome -> CellView.of(
                        outcome,
                        known.get(outcome.cell().computed()),
                        known.get(outcome.cell().delivered()),
                        manner))
                .toList();
    }

    /**
     * Works a formula out at one place, on the figures known now.
     *
     * @param formula the formula, which need not be stored
     * @param region region code
     * @param period the period
     * @param manner how the cells are shown
     * @return a view for each kind of figure that it computes
     */
    @Transactional
    public List<CellView> tryOut(ComputedSeries formula, String region, Period period, CellView.Manner manner) {
        List<Cell> cells = formula.definition().kinds().stream()
                .map(kind -> new Cell(formula, kind, new Place(region, canonical(formula, kind, period))))
                .collect(Collectors.toList());
        return explain(cells, clock.instant(), manner);
    }

    /** {@return the period as a cell of a formula has it: a state is about the last day} */
    static Period canonical(ComputedSeries formula, ObservationKind kind, Period period) {
        return ComputedSeries.isState(formula.series(), kind)
                ? Period.ofDay(period.end())
                : Calendar.of(period.start(), period.end());
    }
}
