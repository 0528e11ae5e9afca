package org.finplan.indicators.computed;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.indicators.derived.Cell;
import org.finplan.indicators.derived.Definition;
import org.finplan.indicators.derived.FormulaGraph;
import org.finplan.indicators.derived.Formulas;
import org.finplan.indicators.expression.Calendar;
import org.finplan.indicators.expression.Place;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.sql.EveryRegion;

/** Tells who reports a figure that the formula of its series gives another one. */
@ApplicationScoped
public class DeliveredCheck {

    private final Formulas formulas;
    private final FormulaInputs figures;
    private final EveryRegion everyRegion;
    private final SeriesRules rules;

    DeliveredCheck(Formulas formulas, FormulaInputs figures, EveryRegion everyRegion, SeriesRules rules) {
        this.rules = rules;
        this.formulas = formulas;
        this.figures = figures;
        this.everyRegion = everyRegion;
    }

    /**
     * A figure that its formula does not give.
     *
     * @param key what it is about
     * @param formula code and version of the formula
     * @param computed what the formula gives, with its decimals
     * @param difference delivered less computed, with the decimals of the formula
     */
    public record Difference(ObservationKey key, String formula, BigDecimal computed, BigDecimal difference) {}

    /**
     * Compares in the caller's transaction, in one round trip, on what is known now and on the reported figures themselves.
     *
     * @param reported versions of reported figures, stored or not
     * @return those whose difference is larger than rounding can make it
     */
    public List<Difference> differing(Collection<Observation> reported) {
        FormulaGraph graph = formulas.current();
        Map<Cell, Observation> cells = new LinkedHashMap<>();
        reported.forEach(figure -> cell(graph, figure.key()).ifPresent(cell -> cells.put(cell, figure)));
        if (cells.isEmpty()) {
            return List.of();
        }
        Map<ObservationKey, Observation> known =
                new HashMap<>(everyRegion.with(() -> figures.read(cells.keySet(), Knowledge.LATEST)));
        reported.forEach(figure -> known.put(figure.key(), figure));
        return Computation.of(cells.keySet(), known).stream()
                .flatMap(outcome -> difference(outcome, cells.get(outcome.cell())).stream())
                .toList();
    }

    private static Optional<Cell> cell(FormulaGraph graph, ObservationKey key) {
        Place place = new Place(key.region(), Calendar.of(key.start(), key.end()));
        return graph.find(key.indicator())
                .filter(formula -> formula.definition().kinds().contains(key.kind()))
                .filter(formula -> formula.isComputedAt(key.kind(), place))
                .map(formula -> new Cell(formula, key.kind(), place));
    }

    private Optional<Difference> difference(Computation.Outcome outcome, Observation reported) {
        if (outcome.difference(reported.figure()) == null || outcome.agrees(reported.figure(), rules)) {
            return Optional.empty();
        }
        Definition definition = outcome.cell().series().definition();
        return Optional.of(new Difference(
                reported.key(),
                definition.name(),
                outcome.value(),
                outcome.difference(reported.figure()).setScale(definition.decimals(), RoundingMode.HALF_UP)));
    }
}
