package org.finplan.indicators.expression;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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

/** Random formulas. */
final class FormulaTrees {

    private FormulaTrees() {}

    /** Arithmetic on numbers alone. */
    static Arbitrary<Expression> arithmetic(int depth) {
        if (depth == 0) {
            return literal();
        }
        Arbitrary<Expression> smaller = Arbitraries.lazy(() -> arithmetic(depth - 1));
        return Arbitraries.oneOf(
                literal(), smaller.map(part -> new Negation(part, 1)), operation(smaller), operation(smaller));
    }

    /** Any formula of the language. */
    static Arbitrary<Expression> formula(int depth) {
        Arbitrary<Expression> leaf = Arbitraries.oneOf(literal(), reference());
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Expression> smaller = Arbitraries.lazy(() -> formula(depth - 1));
        return Arbitraries.oneOf(
                leaf,
                smaller.map(part -> new Negation(part, 1)),
                operation(smaller),
                Combinators.combine(
                                smaller, Arbitraries.integers().between(-50, 50).filter(n -> n != 0))
                        .as((part, n) -> new Power(part, n, 1)),
                Combinators.combine(smaller, Arbitraries.integers().between(1, 120), Arbitraries.of(Step.values()))
                        .as((part, n, step) -> new Lag(part, n, step, 1)),
                Combinators.combine(smaller, Arbitraries.integers().between(0, 12))
                        .as((part, n) -> new Rounding(part, n, 1)),
                smaller.map(part -> new SumOfChildren(part, 1)),
                call(smaller));
    }

    private static Arbitrary<Expression> call(Arbitrary<Expression> parts) {
        return Arbitraries.of(Function.values()).flatMap(function -> parts.list()
                .ofMinSize(function.fewest())
                .ofMaxSize(Math.min(function.most(), 3))
                .map(list -> new Call(function, list, 1)));
    }

    private static Arbitrary<Expression> operation(Arbitrary<Expression> parts) {
        return Combinators.combine(Arbitraries.of(Operator.values()), parts, parts)
                .as((operator, left, right) -> new Operation(operator, left, right, 1));
    }

    private static Arbitrary<Expression> literal() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999"))
                .ofScale(3)
                .map(value -> new Literal(value, 1));
    }

    private static Arbitrary<Expression> reference() {
        return Arbitraries.of(List.of("GDP", "Loans_2020", "npl-ratio", "x")).map(alias -> new Reference(alias, 1));
    }
}
