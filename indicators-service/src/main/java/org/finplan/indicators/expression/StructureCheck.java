package org.finplan.indicators.expression;

import java.util.List;
import java.util.function.Predicate;
import org.finplan.indicators.expression.Expression.Call;
import org.finplan.indicators.expression.Expression.Function;
import org.finplan.indicators.expression.Expression.Lag;
import org.finplan.indicators.expression.Expression.Reference;
import org.finplan.indicators.expression.Expression.Step;
import org.finplan.indicators.expression.Expression.SumOfChildren;
import org.finplan.platform.events.LocalizedText;

/** Checks that states and flows are not mixed up, and that loops over months and regions do not multiply. */
public final class StructureCheck {

    private final Predicate<Reference> states;
    private final boolean resultIsState;

    private StructureCheck(Predicate<Reference> states, boolean resultIsState) {
        this.states = states;
        this.resultIsState = resultIsState;
    }

    /**
     * Checks a formula.
     *
     * @param expression the formula
     * @param states whether a reference is a state at a day
     * @param resultIsState whether the result is one
     * @throws FormulaException with the place that cannot be
     */
    public static void check(Expression expression, Predicate<Reference> states, boolean resultIsState) {
        new StructureCheck(states, resultIsState).check(expression, false, false);
    }

    private void check(Expression expression, boolean inMonths, boolean inChildren) {
        boolean months = expression instanceof Call call && call.function() == Function.YTD;
        boolean children = expression instanceof SumOfChildren;
        if ((months && inMonths) || (children && inChildren)) {
            throw fault(FormulaError.TOO_DEEP, expression, "此函数不能嵌套自身。", "This function cannot stand inside itself.");
        }
        if (expression instanceof Reference reference) {
            reference(reference, inMonths);
        }
        if (expression instanceof Lag lag && lag.step() == Step.PERIOD && resultIsState) {
            throw new FormulaException(
                    FormulaError.STOCK_AND_FLOW,
                    lag.column(),
                    new LocalizedText("时点数没有时期长度，请写明步长。", "A state has no length of its own; say how long a step is."),
                    List.of("month", "quarter", "year"));
        }
        for (Expression part : expression.parts()) {
            check(part, inMonths || months, inChildren || children);
        }
    }

    private void reference(Reference reference, boolean inMonths) {
        boolean state = states.test(reference);
        if (state && inMonths) {
            throw fault(
                    FormulaError.STOCK_AND_FLOW,
                    reference,
                    reference.alias() + " 是时点数，不能按月累计。",
                    reference.alias() + " is a state; its months do not add up.");
        }
        if (!state && resultIsState) {
            throw fault(
                    FormulaError.STOCK_AND_FLOW,
                    reference,
                    "结果是时点数，而 " + reference.alias() + " 是时期数。",
                    "The result is a state, and " + reference.alias() + " is about a span of time.");
        }
    }

    private static FormulaException fault(FormulaError error, Expression at, String zh, String en) {
        return new FormulaException(error, at.column(), new LocalizedText(zh, en), List.of());
    }
}
