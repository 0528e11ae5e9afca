package org.finplan.indicators.derived;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.indicators.derived.formula.Calendar;
import org.finplan.indicators.derived.formula.Expression;
import org.finplan.indicators.derived.formula.Expression.Reference;
import org.finplan.indicators.derived.formula.Place;
import org.finplan.indicators.derived.formula.Reach;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.SeriesRules;
import org.finplan.platform.period.Period;
import org.finplan.platform.period.PeriodType;
import org.finplan.platform.plan.SeriesDefinition;

/** A series with its formula, checked: which figures a cell of it looks at, and which cells a figure has a part in. */
final class ComputedSeries {

    private final Definition definition;
    private final SeriesDefinition series;
    private final Expression expression;
    private final Map<String, Input> inputs;
    private final Map<ObservationKind, String> units;
    private final Territory territory;

    /**
     * What an alias stands for, found in the catalogue.
     *
     * @param definition as defined
     * @param series its series
     * @param kind kind of its figures, unless a target is computed
     * @param unit unit code that its figures are kept in
     */
    record Input(Definition.Input definition, SeriesDefinition series, ObservationKind kind, String unit) {

        boolean isState() {
            return ComputedSeries.isState(series, kind);
        }
    }

    ComputedSeries(
            Definition definition,
            SeriesDefinition series,
            Expression expression,
            Map<String, Input> inputs,
            Map<ObservationKind, String> units,
            Territory territory) {
        this.definition = definition;
        this.series = series;
        this.expression = expression;
        this.inputs = new LinkedHashMap<>(inputs);
        this.units = Map.copyOf(units);
        this.territory = territory;
    }

    /** {@return code of the unit of its figures of a kind} */
    String unit(ObservationKind kind) {
        return units.get(kind);
    }

    Definition definition() {
        return definition;
    }

    SeriesDefinition series() {
        return series;
    }

    String code() {
        return definition.code();
    }

    Expression expression() {
        return expression;
    }

    Territory territory() {
        return territory;
    }

    Input input(String alias) {
        return inputs.get(alias);
    }

    /** {@return codes of the series that it is computed from} */
    Set<String> uses() {
        return inputs.values().stream().map(input -> input.series().code()).collect(Collectors.toSet());
    }

    /** {@return what a delivered figure of a place is about} */
    ObservationKey key(ObservationKind kind, Place place) {
        return SeriesRules.key(series, place.region(), kind, place.period(), ObservationKey.MAIN);
    }

    /** {@return what an alias at a place is about} */
    ObservationKey key(ObservationKind cellKind, String alias, Place place) {
        Input input = input(alias);
        String region = input.definition().region() == null
                ? place.region()
                : input.definition().region();
        Period period = Calendar.years(place.period(), input.definition().years());
        return SeriesRules.key(input.series(), region, kind(cellKind, input), period, ObservationKey.MAIN);
    }

    /** {@return what the formula may look at for a cell, each once} */
    Set<ObservationKey> looks(Cell cell) {
        return Reach.looks(expression, cell.place(), territory::children).stream()
                .map(look -> key(cell.kind(), look.reference().alias(), look.place()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** {@return the cells that may look at a figure} */
    Set<Cell> affectedBy(ObservationKey figure) {
        Set<Cell> cells = new LinkedHashSet<>();
        for (ObservationKind kind : definition.kinds()) {
            Reach.affected(expression, reference -> places(kind, reference, figure), territory::parents).stream()
                    .filter(place -> isComputedAt(kind, place))
                    .forEach(place -> cells.add(new Cell(this, kind, place)));
        }
        return cells;
    }

    /** {@return whether a cell of that kind is computed at a place} */
    boolean isComputedAt(ObservationKind kind, Place place) {
        boolean day = place.period().type() == PeriodType.DAY;
        Period only = definition.period();
        boolean wanted = only == null || Calendar.of(only.start(), only.end()).equals(place.period());
        return wanted && day == isState(series, kind) && territory.includes(definition.regions(), place.region());
    }

    private Set<Place> places(ObservationKind cellKind, Reference reference, ObservationKey figure) {
        Input input = input(reference.alias());
        boolean sameSeries = input.series().code().equals(figure.indicator());
        String fixed = input.definition().region();
        boolean sameRegion = fixed == null || fixed.equals(figure.region());
        if (!sameSeries || !sameRegion || kind(cellKind, input) != figure.kind()) {
            return Set.of();
        }
        List<String> regions = fixed == null ? List.of(figure.region()) : territory.computed(definition.regions());
        List<Period> periods = isState(input.series(), figure.kind())
                ? Calendar.endingOn(figure.end())
                : List.of(Calendar.of(figure.start(), figure.end()));
        return periods.stream()
                .map(period -> Calendar.years(period, -input.definition().years()))
                .flatMap(period -> regions.stream().map(region -> new Place(region, period)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A target is computed from targets. */
    private static ObservationKind kind(ObservationKind cellKind, Input input) {
        return cellKind == ObservationKind.TARGET ? cellKind : input.kind();
    }

    static boolean isState(SeriesDefinition series, ObservationKind kind) {
        ObservationKey year = SeriesRules.key(series, "", kind, Period.ofYear(2000), ObservationKey.MAIN);
        return year.start().equals(year.end());
    }

    Stream<Input> inputs() {
        return inputs.values().stream();
    }
}
