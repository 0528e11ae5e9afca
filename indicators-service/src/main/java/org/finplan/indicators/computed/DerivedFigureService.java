package org.finplan.indicators.computed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.derived.Cell;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.derived.Formulas;
import org.finplan.indicators.expression.Calendar;
import org.finplan.indicators.expression.Place;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.sql.EveryRegion;
import org.finplan.platform.web.security.RegionScope;

/**
 * Works formulas out for readers, on the figures known at an instant by the formula in force then, see {@link Knowledge}. It sees
 * every region, as the formula does; what of it a reader may see is decided by {@link CellView}.
 */
@ApplicationScoped
public class DerivedFigureService {

    private static final Comparator<Cell> ORDER = Comparator.comparing(
                    (Cell cell) -> cell.place().region())
            .thenComparing(cell -> cell.place().period().end())
            .thenComparing(cell -> cell.place().period().start())
            .thenComparing(Cell::kind);

    private final Formulas formulas;
    private final FormulaInputs figures;
    private final EveryRegion everyRegion;
    private final PlanRegister register;
    private final PlanScope plans;
    private final SeriesRules rules;
    private final RegionScope scope;
    private final Clock clock;
    private final Definitions definitions;

    DerivedFigureService(
            Formulas formulas,
            FormulaInputs figures,
            EveryRegion everyRegion,
            PlanRegister register,
            PlanScope plans,
            SeriesRules rules,
            RegionScope scope,
            Clock clock,
            Definitions definitions) {
        this.definitions = definitions;
        this.formulas = formulas;
        this.figures = figures;
        this.everyRegion = everyRegion;
        this.register = register;
        this.plans = plans;
        this.rules = rules;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * Which computed figures of a series are wanted.
     *
     * @param region region code, or null for all that the caller may read
     * @param from first day that a period may end on
     * @param to last day that a period may end on
     * @param kinds kinds of figures
     * @param differing whether only those whose delivered figure differs by more than the rounding
     */
    record Selection(String region, LocalDate from, LocalDate to, Set<ObservationKind> kinds, boolean differing) {}

    /** {@return the regions whose figures the caller may see} */
    RegionSet readable() {
        return scope.readable();
    }

    /**
     * Finds the cells of a series.
     *
     * @param code series code
     * @param selection which of them
     * @param knowledge what was known; the formula is the one at {@link Knowledge#undatedAsOf()}
     * @return the cells in order; none when there was no active formula
     * @throws ProblemException 404 when the series has no formula, or the caller may not read the region
     */
    @Transactional
    public List<Cell> cells(String code, Selection selection, Knowledge knowledge) {
        formulas.versions(plans.series().contains(code) ? code : "");
        Set<String> regions = regions(selection.region());
        Optional<ComputedSeries> formula =
                formulas.asOf(knowledge.undatedAsOf()).find(code);
        if (formula.isEmpty()) {
            return List.of();
        }
        List<Cell> found =
                everyRegion.with(() -> figures.cells(formula.get(), figures.everyRegion(), knowledge)).stream()
                        .filter(cell -> regions.contains(cell.place().region()))
                        .filter(cell -> selection.kinds().contains(cell.kind()))
                        .filter(cell -> !cell.place().period().end().isBefore(selection.from())
                                && !cell.place().period().end().isAfter(selection.to()))
                        .sorted(ORDER)
                        .toList();
        return selection.differing() ? differing(found, knowledge) : found;
    }

    /**
     * Works cells out.
     *
     * @param cells cells of one series
     * @param knowledge what was known; the formula is the one at {@link Knowledge#undatedAsOf()}
     * @param manner how they are shown
     * @return a view for each, in order
     */
    @Transactional
    public List<CellView> explain(Collection<Cell> cells, Knowledge knowledge, CellView.Manner manner) {
        Map<ObservationKey, Observation> known = everyRegion.with(() -> figures.read(cells, knowledge));
        return Computation.of(cells, known).stream()
                .map(outcome -> CellView.of(
                        outcome,
                        known.get(outcome.cell().computed()),
                        known.get(outcome.cell().delivered()),
                        manner,
                        rules,
                        definitions.compareInputs(outcome.taken().stream()
                                .map(Computation.Taken::figure)
                                .filter(Objects::nonNull)
                                .toList())))
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
        return explain(cells, Knowledge.recorded(clock.instant()), manner);
    }

    private List<Cell> differing(List<Cell> cells, Knowledge knowledge) {
        List<CellView> views = explain(cells, knowledge, new CellView.Manner(false, false, scope.readable()));
        return IntStream.range(0, cells.size())
                .filter(i -> Boolean.FALSE.equals(views.get(i).agrees()))
                .mapToObj(cells::get)
                .toList();
    }

    private Set<String> regions(String region) {
        RegionSet readable = scope.readable();
        if (region == null) {
            return register.regions().all().stream()
                    .map(RegionDefinition::code)
                    .filter(readable::contains)
                    .collect(Collectors.toSet());
        }
        if (register.regions().find(region).isEmpty() || !readable.contains(region)) {
            LocalizedText text = new LocalizedText("没有地区 " + region + "。", "There is no region " + region + ".");
            throw new ProblemException(
                    WebError.NOT_FOUND,
                    text,
                    List.of(new ProblemError("?region", region, WebError.NOT_FOUND.code(), text, List.of())));
        }
        return Set.of(region);
    }

    /** {@return the period as a cell of a formula has it: a state is about the last day} */
    static Period canonical(ComputedSeries formula, ObservationKind kind, Period period) {
        return SeriesRules.isState(formula.series(), kind)
                ? Period.ofDay(period.end())
                : Calendar.of(period.start(), period.end());
    }
}
