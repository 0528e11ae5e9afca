package org.finplan.indicators.expression;

import java.math.BigDecimal;
import java.util.List;
import org.finplan.indicators.expression.Expression.Call;
import org.finplan.indicators.expression.Expression.Function;
import org.finplan.indicators.expression.Expression.Literal;
import org.finplan.indicators.expression.Expression.Operation;
import org.finplan.indicators.expression.Expression.Operator;
import org.finplan.indicators.expression.Expression.Power;
import org.finplan.indicators.expression.Expression.Reference;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Unit;

/**
 * Works out what a formula measures. Amounts are added only in the same unit; products and quotients combine units; a
 * factor that is a power of ten converts ({@code * 100} makes percent of a ratio, {@code * 1e8} yuan of 100 million yuan).
 */
public final class UnitCheck {

    private static final String RANK = "rank";

    private final Units units;

    private UnitCheck(Units units) {
        this.units = units;
    }

    /** Knows the units of the references. */
    @FunctionalInterface
    public interface Units {
        /**
         * The unit of a reference.
         *
         * @param reference the reference
         * @return the unit that its figures are kept in
         * @throws FormulaException when there is no such series
         */
        Unit of(Reference reference);
    }

    /**
     * Checks that a formula measures what it is declared to.
     *
     * @param expression the formula
     * @param units units of its references
     * @param declared the unit of the result
     * @throws FormulaException with the place where units do not go together
     */
    public static void check(Expression expression, Units units, Unit declared) {
        Quantity found = new UnitCheck(units).of(expression);
        if (found.isNumber()) {
            throw new FormulaException(
                    FormulaError.UNITS,
                    expression.column(),
                    new LocalizedText("公式没有引用任何序列。", "The formula refers to no series."),
                    List.of());
        }
        Quantity wanted = Quantity.of(declared);
        if (!found.agreesWith(wanted)) {
            throw new FormulaException(
                    FormulaError.UNITS,
                    expression.column(),
                    new LocalizedText(
                            "公式结果的单位为 " + found.text() + "，声明的单位为 " + declared.code() + "（" + wanted.text() + "）。",
                            "The formula gives " + found.text() + ", declared is " + declared.code() + " ("
                                    + wanted.text() + ")."),
                    List.of(found.text()));
        }
    }

    private Quantity of(Expression expression) {
        Quantity found = work(expression);
        if (found.isNumber() && !Evaluator.isBounded(found.number())) {
            throw new FormulaException(
                    FormulaError.TOO_LARGE,
                    expression.column(),
                    new LocalizedText("数值超出范围。", "The number is out of bounds."),
                    List.of());
        }
        return found;
    }

    private Quantity work(Expression expression) {
        if (expression instanceof Literal literal) {
            return Quantity.number(literal.value());
        }
        if (expression instanceof Reference reference) {
            return reference(reference);
        }
        if (expression instanceof Operation operation) {
            return operation(operation);
        }
        if (expression instanceof Power power) {
            Quantity base = of(power.of());
            refuseZero(base, power.exponent() < 0, power.column());
            return base.power(power.exponent());
        }
        if (expression instanceof Call call) {
            return call(call);
        }
        return of(expression.parts().get(0));
    }

    private Quantity reference(Reference reference) {
        Unit unit = units.of(reference);
        if (unit.kind().equals(RANK)) {
            throw new FormulaException(
                    FormulaError.UNITS,
                    reference.column(),
                    new LocalizedText("位次不参与计算。", "A rank is never calculated with."),
                    List.of());
        }
        return Quantity.of(unit);
    }

    private Quantity operation(Operation operation) {
        Quantity left = of(operation.left());
        Quantity right = of(operation.right());
        Operator operator = operation.operator();
        if (operator == Operator.MULTIPLY || operator == Operator.DIVIDE) {
            refuseZero(right, operator == Operator.DIVIDE, operation.column());
            return left.times(right, operator == Operator.MULTIPLY ? 1 : -1);
        }
        if (left.isNumber() && right.isNumber()) {
            BigDecimal signed =
                    operator == Operator.ADD ? right.number() : right.number().negate();
            return Quantity.number(left.number().add(signed, Evaluator.CONTEXT));
        }
        return together(left, right, operation.column());
    }

    private Quantity call(Call call) {
        List<Quantity> parts = call.parts().stream().map(this::of).toList();
        Quantity all = parts.get(0);
        for (Quantity part : parts.subList(1, parts.size())) {
            all = together(all, part, call.column());
        }
        if (call.function() == Function.SHARE || call.function() == Function.YOY) {
            return Quantity.PERCENT;
        }
        return all;
    }

    private static Quantity together(Quantity left, Quantity right, int column) {
        if (left.isNumber() && right.isNumber()) {
            return left;
        }
        if (left.isNumber() && right.isRatio()) {
            return right;
        }
        if (right.isNumber() && left.isRatio()) {
            return left;
        }
        if (!left.isNumber() && !right.isNumber() && left.agreesWith(right)) {
            return left;
        }
        throw new FormulaException(
                FormulaError.UNITS,
                column,
                new LocalizedText(
                        "第 " + column + " 列将 " + left.text() + " 与 " + right.text() + " 放在一起，二者单位不同。",
                        "Column " + column + " brings " + left.text() + " and " + right.text()
                                + " together; their units differ."),
                List.of(left.text()));
    }

    private static void refuseZero(Quantity by, boolean divides, int column) {
        if (divides && by.isNumber() && by.number().signum() == 0) {
            throw new FormulaException(
                    FormulaError.UNITS, column, new LocalizedText("除数恒为零。", "It always divides by zero."), List.of());
        }
    }
}
