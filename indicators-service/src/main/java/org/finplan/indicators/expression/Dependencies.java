package org.finplan.indicators.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
     * How a reference has a part in a result.
     *
     * @param reference the reference
     * @param around what stands around it and moves from the place of a figure to the places of results, from the inside out
     */
    public record Influence(Reference reference, List<Expression> around) {

        /**
         * The places whose result may look at the reference at some places.
         *
         * @param at the places of the reference
         * @param parents the regions that a region is a part of, none or one
         * @return the places, possibly some that look elsewhere too
         */
        public Set<Place> results(Set<Place> at, Function<String, List<String>> parents) {
            Set<Place> places = at;
            for (Expression expression : around) {
                Set<Place> outside = new LinkedHashSet<>();
                places.forEach(place -> outward(expression, place, parents).forEach(outside::add));
                places = outside;
            }
            return places;
        }
    }

    /** {@return how each reference of a formula has a part in its result, in the order of the text} */
    public static List<Influence> influences(Expression expression) {
        if (expression instanceof Reference reference) {
            return List.of(new Influence(reference, List.of()));
        }
        List<Influence> inner = expression.parts().stream()
                .flatMap(part -> influences(part).stream())
                .toList();
        return moves(expression)
                ? inner.stream().map(influence -> within(expression, influence)).toList()
                : inner;
    }

    private static Influence within(Expression expression, Influence influence) {
        return new Influence(
                influence.reference(),
                Stream.concat(influence.around().stream(), Stream.of(expression))
                        .toList());
    }

    private static boolean moves(Expression expression) {
        return expression instanceof Lag
                || expression instanceof SumOfChildren
                || (expression instanceof Call call
                        && (call.function() == Expression.Function.YOY || call.function() == Expression.Function.YTD));
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
