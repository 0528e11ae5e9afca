package org.finplan.indicators.computed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.finplan.indicators.derived.Cell;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.expression.Evaluator;
import org.finplan.indicators.expression.Expression.Reference;
import org.finplan.indicators.expression.Missing;
import org.finplan.indicators.expression.Place;
import org.finplan.indicators.expression.Result;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.series.SeriesRules;

/** Computes cells from figures that were read before, each once, later ones from the results of earlier ones. */
final class Computation {

    /** Quality of figures that were computed from others of the plan. */
    private static final String IMPLIED = "derived";

    private final Map<ObservationKey, Observation> known;
    private final Map<ObservationKey, Outcome> results = new HashMap<>();
    private final Map<Cell, Outcome> outcomes = new LinkedHashMap<>();

    /**
     * A computed cell.
     *
     * @param cell what was computed
     * @param result the value with all digits, or what is missing
     * @param value the value with the decimals of the formula, or null
     * @param taken the figures that it was computed from
     */
    record Outcome(Cell cell, Result result, BigDecimal value, List<Taken> taken) {

        /** {@return delivered less computed, with all digits; null when the two cannot be compared} */
        BigDecimal difference(Figure delivered) {
            boolean comparable = result.present()
                    && delivered.value() != null
                    && delivered.unit().equals(cell.series().unit(cell.kind()));
            return comparable ? delivered.value().subtract(result.value()) : null;
        }

        /** Whether the delivered figure, which stands for everything that rounds to it, can be the computed one. */
        boolean agrees(Figure delivered, SeriesRules rules) {
            BigDecimal tolerance = cell.series().definition().tolerance();
            BigDecimal rounding = tolerance == null ? rules.rounded(delivered).rounding() : tolerance;
            return difference(delivered).abs().compareTo(rounding) <= 0;
        }
    }

    /**
     * A figure that was taken.
     *
     * @param alias the reference in the formula
     * @param key what it is about
     * @param value the value
     * @param figure the observation, or null when it was computed just now
     */
    record Taken(String alias, ObservationKey key, BigDecimal value, Observation figure) {}

    private Computation(Map<ObservationKey, Observation> known) {
        this.known = known;
    }

    /**
     * Computes.
     *
     * @param cells the cells, each after all that it is computed from
     * @param known newest delivered and computed figures that the cells look at
     * @return an outcome for each cell, in their order
     */
    static Collection<Outcome> of(Collection<Cell> cells, Map<ObservationKey, Observation> known) {
        Computation computation = new Computation(known);
        cells.forEach(computation::compute);
        return computation.outcomes.values();
    }

    private void compute(Cell cell) {
        List<Taken> taken = new ArrayList<>();
        Evaluator evaluator =
                new Evaluator((reference, place) -> figure(cell, reference, place, taken), cell.series()::children);
        Result result = evaluator.evaluate(cell.series().expression(), cell.place());
        BigDecimal value = result.present()
                ? result.value().setScale(cell.series().definition().decimals(), RoundingMode.HALF_UP)
                : null;
        Outcome outcome = new Outcome(cell, result, value, List.copyOf(taken));
        results.put(cell.computed(), outcome);
        outcomes.put(cell, outcome);
    }

    private Result figure(Cell cell, Reference reference, Place place, List<Taken> taken) {
        ComputedSeries.Input input = cell.series().input(reference.alias());
        ObservationKey key = cell.series().key(cell.kind(), reference.alias(), place);
        Observation delivered = there(known.get(key));
        boolean acceptable = delivered != null
                && (input.definition().implied()
                        || !delivered.source().quality().equals(IMPLIED));
        if (acceptable) {
            boolean sameUnit = delivered.figure().unit().equals(input.unit());
            return sameUnit
                    ? take(taken(reference, delivered), taken)
                    : gap(Missing.Reason.OTHER_UNIT, reference, place);
        }
        ObservationKey computedKey = key.variant(ObservationKey.COMPUTED);
        Observation computed = there(known.get(computedKey));
        Outcome now = results.get(computedKey);
        if (now != null && now.value() != null) {
            boolean unchanged = computed != null && computed.figure().value().compareTo(now.value()) == 0;
            return take(new Taken(reference.alias(), computedKey, now.value(), unchanged ? computed : null), taken);
        }
        if (now == null && computed != null) {
            return take(taken(reference, computed), taken);
        }
        Missing.Reason reason = delivered == null ? Missing.Reason.NO_FIGURE : Missing.Reason.ONLY_IMPLIED;
        return gap(reason, reference, place);
    }

    /** {@return the figure that counts for a key: the delivered one, else the computed one, or null without either} */
    static Observation counting(Map<ObservationKey, Observation> known, ObservationKey key) {
        Observation delivered = there(known.get(key));
        return delivered == null ? there(known.get(key.variant(ObservationKey.COMPUTED))) : delivered;
    }

    private static Taken taken(Reference reference, Observation figure) {
        return new Taken(reference.alias(), figure.key(), figure.figure().value(), figure);
    }

    private static Observation there(Observation figure) {
        return figure == null || figure.withdrawn() || figure.figure().value() == null ? null : figure;
    }

    private static Result take(Taken figure, List<Taken> taken) {
        if (!taken.contains(figure)) {
            taken.add(figure);
        }
        return Result.of(figure.value());
    }

    private static Result gap(Missing.Reason reason, Reference reference, Place place) {
        return Result.missing(new Missing(reason, reference.alias(), place, reference.column()));
    }
}
