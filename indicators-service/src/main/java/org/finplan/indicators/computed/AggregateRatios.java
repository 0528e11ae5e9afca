package org.finplan.indicators.computed;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.finplan.indicators.derived.Cell;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.derived.FormulaGraph;
import org.finplan.indicators.derived.Formulas;
import org.finplan.indicators.expression.Evaluator;
import org.finplan.indicators.expression.Expression;
import org.finplan.indicators.expression.Expression.Reference;
import org.finplan.indicators.expression.Expression.SumOfChildren;
import org.finplan.indicators.expression.Missing;
import org.finplan.indicators.expression.Place;
import org.finplan.indicators.expression.Result;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.region.Parts;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Measure;
import org.finplan.platform.plan.PlanRegister;

/**
 * Computes ratios of a whole from its parts. Ratios do not add up, but what they are made of does: the formula is worked out
 * on the sums over the parts. One round trip for all series.
 */
@ApplicationScoped
public class AggregateRatios {

    private static final Set<ObservationKind> ADDITIVE =
            Set.of(ObservationKind.LEVEL, ObservationKind.CUMULATIVE, ObservationKind.CHANGE);

    private final Formulas formulas;
    private final FormulaInputs figures;
    private final PlanRegister register;
    private final SeriesRules rules;

    AggregateRatios(Formulas formulas, FormulaInputs figures, PlanRegister register, SeriesRules rules) {
        this.formulas = formulas;
        this.figures = figures;
        this.register = register;
        this.rules = rules;
    }

    /**
     * A ratio computed from parts.
     *
     * @param formula code and version of the formula
     * @param value the ratio with the decimals of the formula; null when a figure is missing or the denominator is zero
     * @param parts codes of the parts that have a figure in it
     * @param missing the figures without which there is no value
     */
    public record Ratio(String formula, BigDecimal value, List<String> parts, List<Gap> missing) {}

    /**
     * A figure that is missing.
     *
     * @param series its series, such as that of the denominator
     * @param region code of the part, or of the region that the formula names
     * @param period the period
     */
    public record Gap(String series, String region, Period period) {}

    private record RequestedRatio(ComputedSeries formula, Cell whole, Parts parts) {

        Cell of(String part) {
            return new Cell(formula, whole.kind(), new Place(part, whole.place().period()));
        }

        /** Whether a part has any figure of its own that the formula looks at. */
        boolean has(String part, Map<ObservationKey, Observation> known) {
            return formula.dependencies(of(part)).stream()
                    .filter(key -> key.region().equals(part))
                    .anyMatch(key -> Computation.counting(known, key) != null);
        }
    }

    /**
     * Computes.
     *
     * @param series codes of series that are ratios
     * @param region code of the whole
     * @param parts its parts
     * @param period the period
     * @param knowledge on what was known, by the formulas at {@link Knowledge#undatedAsOf()}; the caller reads all parts
     * @return by series, none for those without a formula of figures that add up
     */
    public Map<String, Ratio> of(
            Collection<String> series, String region, Parts parts, Period period, Knowledge knowledge) {
        FormulaGraph graph = series.isEmpty() ? new FormulaGraph(List.of()) : formulas.asOf(knowledge.undatedAsOf());
        List<RequestedRatio> questions = series.stream()
                .flatMap(code -> graph.find(code).stream())
                .map(formula -> new RequestedRatio(formula, cell(formula, region, period), parts))
                .filter(question -> isOfAdditive(question.formula(), question.whole()))
                .toList();
        List<Cell> cells = questions.stream()
                .flatMap(question -> parts.all().stream().map(question::of))
                .toList();
        Map<ObservationKey, Observation> known = cells.isEmpty() ? Map.of() : figures.read(cells, knowledge);
        Map<String, Ratio> ratios = new LinkedHashMap<>();
        questions.forEach(question -> ratios.put(question.formula().code(), ratio(question, known)));
        return ratios;
    }

    private Cell cell(ComputedSeries formula, String region, Period period) {
        ObservationKind kind = rules.usualKind(formula.code());
        return new Cell(formula, kind, new Place(region, DerivedFigureService.canonical(formula, kind, period)));
    }

    private boolean isOfAdditive(ComputedSeries formula, Cell whole) {
        boolean additive = formula.inputs()
                .filter(input -> input.definition().region() == null)
                .allMatch(input -> ADDITIVE.contains(input.kind())
                        && register.series()
                                .measure(input.series().code())
                                .filter(measure -> measure == Measure.RATIO)
                                .isEmpty());
        return additive
                && formula.definition().kinds().contains(whole.kind())
                && formula.isComputedAt(whole.kind(), whole.place())
                && !sumsChildren(formula.expression());
    }

    /** What already adds regions up says nothing of parts. */
    private static boolean sumsChildren(Expression expression) {
        return expression instanceof SumOfChildren
                || expression.parts().stream().anyMatch(AggregateRatios::sumsChildren);
    }

    private static Ratio ratio(RequestedRatio question, Map<ObservationKey, Observation> known) {
        Predicate<String> has = part -> question.has(part, known);
        List<String> counting = question.parts().counting(has);
        List<String> needed = Stream.concat(counting.stream(), question.parts().lacking(has).stream())
                .toList();
        ComputedSeries formula = question.formula();
        Evaluator evaluator =
                new Evaluator((reference, place) -> sum(question, reference, place, needed, known), place -> List.of());
        Result result =
                evaluator.evaluate(formula.expression(), question.whole().place());
        BigDecimal value = result.present()
                ? result.value().setScale(formula.definition().decimals(), RoundingMode.HALF_UP)
                : null;
        List<Gap> missing = result.missing().stream()
                .filter(gap -> gap.alias() != null)
                .map(gap -> {
                    ObservationKey key = formula.key(question.whole().kind(), gap.alias(), gap.place());
                    return new Gap(key.indicator(), key.region(), gap.place().period());
                })
                .toList();
        return new Ratio(formula.definition().name(), value, counting, missing);
    }

    private static Result sum(
            RequestedRatio question,
            Reference reference,
            Place place,
            List<String> parts,
            Map<ObservationKey, Observation> known) {
        ComputedSeries.Input input = question.formula().input(reference.alias());
        boolean ofNamedRegion = input.definition().region() != null;
        BigDecimal sum = BigDecimal.ZERO;
        List<Missing> missing = new ArrayList<>();
        for (String part : ofNamedRegion ? List.of(place.region()) : parts) {
            Place at = new Place(part, place.period());
            Observation figure = Computation.counting(
                    known, question.formula().key(question.whole().kind(), reference.alias(), at));
            if (figure != null && figure.figure().unit().equals(input.unit())) {
                sum = sum.add(figure.figure().value());
            } else {
                Missing.Reason reason = figure == null ? Missing.Reason.NO_FIGURE : Missing.Reason.OTHER_UNIT;
                missing.add(new Missing(reason, reference.alias(), at, reference.column()));
            }
        }
        return missing.isEmpty() ? Result.of(sum) : new Result(null, missing);
    }
}
