package org.finplan.indicators.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.indicators.expression.Expression.Call;
import org.finplan.indicators.expression.Expression.Lag;
import org.finplan.indicators.expression.Expression.Reference;
import org.finplan.indicators.expression.Expression.Step;
import org.finplan.indicators.expression.Expression.SumOfChildren;

/** Says which figures a formula looks at, and the other way round, which results a figure has a part in. */
public final class Dependencies {

    private Dependencies() {}

    /**
     * A figure that a formula looks at.
     *
     * @param reference the reference
     * @param place where it is looked at
     */
    public record Dependency(Reference reference, Place place) {}

    /** {@return the references of a formula in the order of the text} */
    public static List<Reference> references(Expression expression) {
        if (expression instanceof Reference reference) {
            return List.of(reference);
        }
        return expression.parts().stream()
                .flatMap(part -> references(part).stream())
                .toList();
    }

    /**
     * All figures that a formula may look at.
     *
     * @param expression the formula
     * @param place where it is worked out
     * @param children the regions inside a region
     * @return each once
     */
    public static Set<Dependency> of(Expression expression, Place place, Evaluator.Children children) {
        Set<Dependency> looks = new LinkedHashSet<>();
        // When every figure is missing, no function stops early.
        Evaluator recorder = new Evaluator(
                (reference, at) -> {
                    looks.add(new Dependency(reference, at));
                    return Result.missing(
                            new Missing(Missing.Reason.NO_FIGURE, reference.alias(), at, reference.column()));
                },
                children);
        recorder.evaluate(expression, place);
        return looks;
    }

    /**
     * The places whose result may look at a reference at some places.
     *
     * @param expression the formula
     * @param of the places of each reference; empty for those that are of no interest
     * @param parents the regions that a region is a part of, none or one
     * @return the places, possibly some that look elsewhere too
     */
    public static Set<Place> affected(
            Expression expression, Function<Reference, Set<Place>> of, Function<String, List<String>> parents) {
        if (expression instanceof Reference reference) {
            return of.apply(reference);
        }
        Set<Place> inner = expression.parts().stream()
                .flatMap(part -> affected(part, of, parents).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (inner.isEmpty()) {
            return inner;
        }
        return inner.stream()
                .flatMap(place -> outward(expression, place, parents))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Place> outward(Expression expression, Place place, Function<String, List<String>> parents) {
        if (expression instanceof Lag lag) {
            return Calendar.forward(place.period(), lag.count(), lag.step()).stream()
                    .map(place::at);
        }
        if (expression instanceof SumOfChildren) {
            return parents.apply(place.region()).stream().map(parent -> new Place(parent, place.period()));
        }
        if (expression instanceof Call call && call.function() == Expression.Function.YOY) {
            return Stream.concat(
                    Stream.of(place),
                    Calendar.forward(place.period(), 1, Step.YEAR).stream().map(place::at));
        }
        if (expression instanceof Call call && call.function() == Expression.Function.YTD) {
            return Calendar.holding(place.period()).stream().map(place::at);
        }
        return Stream.of(place);
    }
}
