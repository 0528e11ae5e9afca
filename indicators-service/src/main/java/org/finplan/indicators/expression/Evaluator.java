package org.finplan.indicators.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.finplan.indicators.expression.Expression.Call;
import org.finplan.indicators.expression.Expression.Function;
import org.finplan.indicators.expression.Expression.Lag;
import org.finplan.indicators.expression.Expression.Literal;
import org.finplan.indicators.expression.Expression.Negation;
import org.finplan.indicators.expression.Expression.Operation;
import org.finplan.indicators.expression.Expression.Operator;
import org.finplan.indicators.expression.Expression.Power;
import org.finplan.indicators.expression.Expression.Reference;
import org.finplan.indicators.expression.Expression.Rounding;
import org.finplan.indicators.expression.Expression.Step;
import org.finplan.indicators.expression.Expression.SumOfChildren;
import org.finplan.platform.period.PeriodType;

/**
 * Works out a formula at a place. Every operation keeps 34 significant digits and rounds halves to even (IEEE 754
 * decimal128); the result is rounded to its decimals only where it is kept. What is missing stays missing: nothing is
 * taken for zero, and only {@code coalesce} goes on without a figure.
 */
public final class Evaluator {

    /** 34 significant digits, halves to even. */
    public static final MathContext CONTEXT = MathContext.DECIMAL128;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LARGEST_EXPONENT = 1_000;

    private final Figures figures;
    private final Children children;

    /** Gives the figures that references stand for. */
    @FunctionalInterface
    public interface Figures {
        /**
         * The figure of a reference.
         *
         * @param reference the reference
         * @param place where it is needed
         * @return its value, or why there is none
         */
        Result at(Reference reference, Place place);
    }

    /** Knows the regions inside a region. */
    @FunctionalInterface
    public interface Children {
        /**
         * The regions directly inside a region that together make it up.
         *
         * @param place the region, and when
         * @return for each the codes that were in force for it then, the newest first; a figure of one of them is enough
         */
        List<List<String>> of(Place place);
    }

    /**
     * Prepares.
     *
     * @param figures what references stand for
     * @param children the regions inside a region
     */
    public Evaluator(Figures figures, Children children) {
        this.figures = figures;
        this.children = children;
    }

    /**
     * Works out a formula.
     *
     * @param expression the formula
     * @param place where
     * @return its value, or everything that is missing for it
     */
    public Result evaluate(Expression expression, Place place) {
        Result result = work(expression, place);
        return result.present() && !isBounded(result.value())
                ? Result.missing(new Missing(Missing.Reason.OUT_OF_BOUNDS, null, place, expression.column()))
                : result;
    }

    /** Whether a number is so small and large that no single step can leave what a decimal holds. */
    static boolean isBounded(BigDecimal value) {
        return value.signum() == 0 || Math.abs((long) value.precision() - value.scale()) <= LARGEST_EXPONENT;
    }

    private Result work(Expression expression, Place place) {
        if (expression instanceof Literal literal) {
            return Result.of(literal.value());
        }
        if (expression instanceof Reference reference) {
            return figures.at(reference, place);
        }
        if (expression instanceof Operation operation) {
            return operation(operation, place);
        }
        if (expression instanceof Lag lag) {
            return evaluate(lag.of(), place.at(Calendar.back(place.period(), lag.count(), lag.step())));
        }
        if (expression instanceof SumOfChildren sum) {
            return sumOfChildren(sum, place);
        }
        if (expression instanceof Call call) {
            return call(call, place);
        }
        Result of = evaluate(expression.parts().get(0), place);
        return of.present() ? alone(expression, of.value(), place) : of;
    }

    private static Result alone(Expression expression, BigDecimal value, Place place) {
        if (expression instanceof Negation) {
            return Result.of(value.negate());
        }
        if (expression instanceof Rounding rounding) {
            return Result.of(value.setScale(rounding.decimals(), RoundingMode.HALF_UP));
        }
        Power power = (Power) expression;
        if (power.exponent() < 0 && value.signum() == 0) {
            return divisionByZero(power, place);
        }
        return Result.of(value.pow(power.exponent(), CONTEXT));
    }

    private Result operation(Operation operation, Place place) {
        Result left = evaluate(operation.left(), place);
        Result right = evaluate(operation.right(), place);
        if (!left.present() || !right.present()) {
            return Result.gaps(List.of(left, right));
        }
        if (operation.operator() == Operator.DIVIDE && right.value().signum() == 0) {
            return divisionByZero(operation, place);
        }
        return Result.of(
                switch (operation.operator()) {
                    case ADD -> left.value().add(right.value(), CONTEXT);
                    case SUBTRACT -> left.value().subtract(right.value(), CONTEXT);
                    case MULTIPLY -> left.value().multiply(right.value(), CONTEXT);
                    case DIVIDE -> left.value().divide(right.value(), CONTEXT);
                });
    }

    private Result sumOfChildren(SumOfChildren sum, Place place) {
        List<List<String>> regions = children.of(place);
        if (regions.isEmpty()) {
            return Result.missing(new Missing(Missing.Reason.NO_CHILDREN, null, place, sum.column()));
        }
        List<Result> parts = new ArrayList<>();
        for (List<String> codes : regions) {
            parts.add(firstOf(codes, sum, place));
        }
        return fold(parts, (one, other) -> one.add(other, CONTEXT));
    }

    /** In the year in which a region's code changed its figure may stand under either. */
    private Result firstOf(List<String> codes, SumOfChildren sum, Place place) {
        List<Result> results = new ArrayList<>();
        for (String code : codes) {
            Result result = evaluate(sum.of(), new Place(code, place.period()));
            if (result.present()) {
                return result;
            }
            results.add(result);
        }
        return results.get(0);
    }

    private Result call(Call call, Place place) {
        Expression first = call.parts().get(0);
        if (call.function() == Function.YTD) {
            return yearToDate(call, place);
        }
        if (call.function() == Function.YOY) {
            Result before = evaluate(first, place.at(Calendar.back(place.period(), 1, Step.YEAR)));
            Result growth = percent(List.of(evaluate(first, place), before), call, place);
            return growth.present() ? Result.of(growth.value().subtract(HUNDRED, CONTEXT)) : growth;
        }
        List<Result> parts = new ArrayList<>();
        for (Expression part : call.parts()) {
            Result result = evaluate(part, place);
            if (call.function() == Function.COALESCE && result.present()) {
                return result;
            }
            parts.add(result);
        }
        return switch (call.function()) {
            case ABS -> fold(parts.stream().map(Evaluator::absolute).toList(), BigDecimal::max);
            case MAX -> fold(parts, BigDecimal::max);
            case MIN -> fold(parts, BigDecimal::min);
            case SHARE -> percent(parts, call, place);
            default -> Result.gaps(parts);
        };
    }

    private Result yearToDate(Call call, Place place) {
        if (place.period().type() == PeriodType.RANGE) {
            // A span of its own lies in no calendar year, so it has no months up to its end.
            return Result.missing(new Missing(Missing.Reason.NO_FIGURE, null, place, call.column()));
        }
        List<Result> months = Calendar.monthsTo(place.period()).stream()
                .map(month -> evaluate(call.parts().get(0), place.at(month)))
                .toList();
        return fold(months, (one, other) -> one.add(other, CONTEXT));
    }

    private static Result absolute(Result part) {
        return part.present() ? Result.of(part.value().abs()) : part;
    }

    private static Result percent(List<Result> parts, Call call, Place place) {
        if (parts.stream().anyMatch(part -> !part.present())) {
            return Result.gaps(parts);
        }
        BigDecimal whole = parts.get(1).value();
        if (whole.signum() == 0) {
            return divisionByZero(call, place);
        }
        return Result.of(parts.get(0).value().multiply(HUNDRED, CONTEXT).divide(whole, CONTEXT));
    }

    private static Result fold(List<Result> parts, BinaryOperator<BigDecimal> operator) {
        if (parts.stream().anyMatch(part -> !part.present())) {
            return Result.gaps(parts);
        }
        return Result.of(parts.stream().map(Result::value).reduce(operator).orElseThrow());
    }

    private static Result divisionByZero(Expression at, Place place) {
        return Result.missing(new Missing(Missing.Reason.DIVISION_BY_ZERO, null, place, at.column()));
    }
}
