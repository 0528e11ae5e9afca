package org.finplan.indicators.derived;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.indicators.expression.Calendar;
import org.finplan.indicators.expression.Dependencies;
import org.finplan.indicators.expression.Dependencies.Influence;
import org.finplan.indicators.expression.Expression;
import org.finplan.indicators.expression.Expression.Reference;
import org.finplan.indicators.expression.Place;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.period.Period;
import org.finplan.platform.period.PeriodType;
import org.finplan.platform.plan.SeriesDefinition;

/** A series with its formula, checked: which figures a cell of it looks at, and which cells a figure has a part in. */
public final class ComputedSeries {

    private final Definition definition;
    private final SeriesDefinition series;
    private final Expression expression;
    private final Map<String, Input> inputs;
    private final Map<ObservationKind, String> units;
    private final FormulaRegions territory;
    private final Map<String, List<Influence>> influences;

    /**
     * What an alias stands for, found in the register.
     *
     * @param definition as defined
     * @param series its series
     * @param kind kind of its figures, unless a target is computed
     * @param unit unit code that its figures are kept in
     */
    public record Input(Definition.Input definition, SeriesDefinition series, ObservationKind kind, String unit) {

        /** {@return whether its figures are states at a day} */
        public boolean isState() {
            return SeriesRules.isState(series, kind);
        }
    }

    ComputedSeries(
            Definition definition,
            SeriesDefinition series,
            Expression expression,
            Map<String, Input> inputs,
            Map<ObservationKind, String> units,
            FormulaRegions territory) {
        this.definition = definition;
        this.series = series;
        this.expression = expression;
        this.inputs = new LinkedHashMap<>(inputs);
        this.units = Map.copyOf(units);
        this.territory = territory;
        this.influences = Dependencies.influences(expression).stream()
                .collect(Collectors.groupingBy(influence ->
                        inputs.get(influence.reference().alias()).series().code()));
    }

    /**
     * The unit of its figures.
     *
     * @param kind kind of figure
     * @return unit code
     */
    public String unit(ObservationKind kind) {
        return units.get(kind);
    }

    /** {@return the formula as it was defined} */
    public Definition definition() {
        return definition;
    }

    /** {@return the series that it computes} */
    public SeriesDefinition series() {
        return series;
    }

    /** {@return code of that series} */
    public String code() {
        return definition.code();
    }

    /** {@return the formula as it is evaluated} */
    public Expression expression() {
        return expression;
    }

    /**
     * The divisions that a sum over a region's parts takes.
     *
     * @param place region and period
     * @return the divisions, each with the codes that were in force for it in the period
     */
    public List<List<String>> children(Place place) {
        return territory.children(place);
    }

    /**
     * What an alias stands for.
     *
     * @param alias name in the formula
     * @return its series with kind and unit
     */
    public Input input(String alias) {
        return inputs.get(alias);
    }

    /** {@return codes of the series that it is computed from} */
    public Set<String> uses() {
        return inputs.values().stream().map(input -> input.series().code()).collect(Collectors.toSet());
    }

    /**
     * What a delivered figure is about.
     *
     * @param kind kind of figure
     * @param place region and period
     * @return its key
     */
    public ObservationKey key(ObservationKind kind, Place place) {
        return SeriesRules.key(series, place.region(), kind, place.period(), ObservationKey.MAIN);
    }

    /**
     * What an alias is about.
     *
     * @param cellKind kind of the computed figure
     * @param alias name in the formula
     * @param place the place that is computed
     * @return the key of the figure that the alias takes
     */
    public ObservationKey key(ObservationKind cellKind, String alias, Place place) {
        Input input = input(alias);
        String region = input.definition().region() == null
                ? place.region()
                : input.definition().region();
        Period period = later(place.period(), input.definition().years());
        return SeriesRules.key(input.series(), region, kind(cellKind, input), period, ObservationKey.MAIN);
    }

    /**
     * What the formula may look at.
     *
     * @param cell a cell of it
     * @return the keys of the figures, each once
     */
    public Set<ObservationKey> dependencies(Cell cell) {
        return Dependencies.of(expression, cell.place(), territory::children).stream()
                .map(look -> key(cell.kind(), look.reference().alias(), look.place()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The cells that may look at a figure.
     *
     * @param figure what the figure is about
     * @return the cells
     */
    public Set<Cell> affectedBy(ObservationKey figure) {
        Set<Cell> cells = new LinkedHashSet<>();
        for (ObservationKind kind : definition.kinds()) {
            for (Influence influence : influences.getOrDefault(figure.indicator(), List.of())) {
                Set<Place> at = places(kind, influence.reference(), figure);
                influence.results(at, territory::parents).stream()
                        .filter(place -> isComputedAt(kind, place))
                        .forEach(place -> cells.add(new Cell(this, kind, place)));
            }
        }
        return cells;
    }

    /**
     * Whether a cell is computed.
     *
     * @param kind kind of figure
     * @param place region and period
     * @return whether the formula is meant for the place
     */
    public boolean isComputedAt(ObservationKind kind, Place place) {
        boolean day = place.period().type() == PeriodType.DAY;
        Period only = definition.period();
        boolean wanted = only == null || Calendar.of(only.start(), only.end()).equals(place.period());
        return wanted
                && day == SeriesRules.isState(series, kind)
                && territory.includes(definition.regions(), definition.code(), place.region());
    }

    private Set<Place> places(ObservationKind cellKind, Reference reference, ObservationKey figure) {
        Input input = input(reference.alias());
        String fixed = input.definition().region();
        boolean sameRegion = fixed == null || fixed.equals(figure.region());
        if (!sameRegion || kind(cellKind, input) != figure.kind()) {
            return Set.of();
        }
        List<String> regions =
                fixed == null ? List.of(figure.region()) : territory.computed(definition.regions(), definition.code());
        List<Period> periods = SeriesRules.isState(input.series(), figure.kind())
                ? Calendar.endingOn(figure.end())
                : List.of(Calendar.of(figure.start(), figure.end()));
        return periods.stream()
                .map(period -> later(period, -input.definition().years()))
                .flatMap(period -> regions.stream().map(region -> new Place(region, period)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Most inputs are of the same year; periods of places are in the one form of their days already. */
    private static Period later(Period period, int years) {
        return years == 0 ? period : Calendar.years(period, years);
    }

    /** A target is computed from targets. */
    private static ObservationKind kind(ObservationKind cellKind, Input input) {
        return cellKind == ObservationKind.TARGET ? cellKind : input.kind();
    }

    /** {@return what its aliases stand for} */
    public Stream<Input> inputs() {
        return inputs.values().stream();
    }
}
