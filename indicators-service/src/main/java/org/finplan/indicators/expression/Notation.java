package org.finplan.indicators.expression;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.finplan.indicators.expression.Expression.Call;
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

/** Writes a formula with as few brackets as it needs; what is written reads as the same tree. */
public final class Notation {

    private static final int UNARY = 3;
    private static final int POWER = 4;
    private static final int PRIMARY = 5;

    private Notation() {}

    /**
     * Writes a formula.
     *
     * @param expression its tree
     * @return the text
     */
    public static String of(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal.value().toString();
        }
        if (expression instanceof Reference reference) {
            String alias = reference.alias();
            return alias.matches("[A-Za-z][A-Za-z0-9_]*") ? alias : '"' + alias + '"';
        }
        if (expression instanceof Negation negation) {
            return "-" + within(negation.of(), UNARY);
        }
        if (expression instanceof Operation operation) {
            Operator operator = operation.operator();
            return within(operation.left(), operator.strength()) + " " + operator.sign() + " "
                    + within(operation.right(), operator.strength() + 1);
        }
        if (expression instanceof Power power) {
            return within(power.of(), PRIMARY) + "**" + power.exponent();
        }
        return call(expression);
    }

    private static String call(Expression expression) {
        if (expression instanceof Lag lag) {
            String step =
                    lag.step() == Step.PERIOD ? "" : ", " + lag.step().name().toLowerCase(Locale.ROOT);
            return "lag(" + of(lag.of()) + ", " + lag.count() + step + ")";
        }
        if (expression instanceof Rounding rounding) {
            return "round(" + of(rounding.of()) + ", " + rounding.decimals() + ")";
        }
        if (expression instanceof SumOfChildren sum) {
            return "sum(children(" + of(sum.of()) + "))";
        }
        Call call = (Call) expression;
        return call.function().name().toLowerCase(Locale.ROOT) + "(" + list(call.parts()) + ")";
    }

    private static String list(List<Expression> parts) {
        return parts.stream().map(Notation::of).collect(Collectors.joining(", "));
    }

    private static String within(Expression expression, int strength) {
        String text = of(expression);
        return strength(expression) < strength ? "(" + text + ")" : text;
    }

    private static int strength(Expression expression) {
        if (expression instanceof Operation operation) {
            return operation.operator().strength();
        }
        if (expression instanceof Negation) {
            return UNARY;
        }
        return expression instanceof Power ? POWER : PRIMARY;
    }
}
