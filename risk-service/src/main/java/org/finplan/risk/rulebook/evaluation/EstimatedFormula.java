package org.finplan.risk.rulebook.evaluation;

import java.math.BigDecimal;
import java.util.Map;
import org.finplan.risk.rulebook.formula.Formula;

/** A formula that is worked out by floating point, together with a bound of the error. */
sealed interface EstimatedFormula {

    /**
     * Works it out.
     *
     * @param figures figures by the number of their metric, then by period
     * @param period number of the period
     * @param into takes the result; its error is not finite where nothing can be said
     */
    void estimate(double[][] figures, int period, Estimate into);

    /**
     * Prepares a formula.
     *
     * @param formula the formula
     * @param numbers numbers of metrics by code
     * @return the same over numbered figures
     */
    static EstimatedFormula of(Formula formula, Map<String, Integer> numbers) {
        if (formula instanceof Formula.Constant constant) {
            return Constant.of(constant.value());
        }
        if (formula instanceof Formula.Reported reported) {
            return new Reported(numbers.get(reported.code()));
        }
        Formula.Binary binary = (Formula.Binary) formula;
        EstimatedFormula left = of(binary.left(), numbers);
        EstimatedFormula right = of(binary.right(), numbers);
        return switch (binary.operation()) {
            case PLUS -> new Sum(left, right, 1);
            case MINUS -> new Sum(left, right, -1);
            case TIMES -> new Product(left, right);
            case DIVIDED_BY -> new Quotient(left, right);
        };
    }

    /** A number. */
    record Constant(double value, double error) implements EstimatedFormula {

        static Constant of(BigDecimal exact) {
            double value = exact.doubleValue();
            return new Constant(value, Math.abs(value) * Estimate.ROUNDING);
        }

        @Override
        public void estimate(double[][] figures, int period, Estimate into) {
            into.set(value, error);
        }
    }

    /** A metric. */
    record Reported(int number) implements EstimatedFormula {
        @Override
        public void estimate(double[][] figures, int period, Estimate into) {
            double value = figures[number][period];
            into.set(value, Math.abs(value) * Estimate.ROUNDING);
        }
    }

    /** A sum, or with the sign -1 a difference. */
    record Sum(EstimatedFormula left, EstimatedFormula right, int sign) implements EstimatedFormula {
        @Override
        public void estimate(double[][] figures, int period, Estimate into) {
            left.estimate(figures, period, into);
            double value = into.value;
            double error = into.error;
            right.estimate(figures, period, into);
            double sum = value + sign * into.value;
            into.set(sum, error + into.error + Math.abs(sum) * Estimate.ROUNDING);
        }
    }

    /** A product. */
    record Product(EstimatedFormula left, EstimatedFormula right) implements EstimatedFormula {
        @Override
        public void estimate(double[][] figures, int period, Estimate into) {
            left.estimate(figures, period, into);
            double value = into.value;
            double error = into.error;
            right.estimate(figures, period, into);
            double product = value * into.value;
            into.set(
                    product,
                    Math.abs(value) * into.error
                            + Math.abs(into.value) * error
                            + error * into.error
                            + Math.abs(product) * Estimate.ROUNDING);
        }
    }

    /** A quotient; nothing is known of one whose divisor may be 0. */
    record Quotient(EstimatedFormula left, EstimatedFormula right) implements EstimatedFormula {
        @Override
        public void estimate(double[][] figures, int period, Estimate into) {
            left.estimate(figures, period, into);
            double value = into.value;
            double error = into.error;
            right.estimate(figures, period, into);
            double least = Math.abs(into.value) - into.error;
            if (!(least > 0)) {
                into.set(0, Double.POSITIVE_INFINITY);
                return;
            }
            double quotient = value / into.value;
            into.set(
                    quotient,
                    2 * (error + Math.abs(quotient) * into.error) / least + Math.abs(quotient) * Estimate.ROUNDING);
        }
    }
}
