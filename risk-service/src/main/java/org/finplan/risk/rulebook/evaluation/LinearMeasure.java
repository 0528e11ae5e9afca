package org.finplan.risk.rulebook.evaluation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.formula.Formula;
import org.finplan.risk.rulebook.formula.MetricCatalogue;

/**
 * A quotient of sums of metrics, looked at in all periods in one loop. Most statutory ratios are one.
 */
final class LinearMeasure {

    /** Above the relative error of any sum that is written down here, measured by the sum of what is added. */
    private static final double ERROR = 1e-13;

    /** More terms than this are no ratio that anybody writes down. */
    private static final int MOST_TERMS = 100;

    private final Sum over;

    /** Null for an amount. */
    private final Sum under;

    private final double scale;

    private LinearMeasure(Sum over, Sum under, double scale) {
        this.over = over;
        this.under = under;
        this.scale = scale;
    }

    /** Factors of metrics, by their numbers. */
    private static final class Sum {

        private final int[] numbers;
        private final double[] factors;

        Sum(int[] numbers, double[] factors) {
            this.numbers = numbers;
            this.factors = factors;
        }

        void add(double[][] columns, int period, double[] into) {
            double sum = 0;
            double size = 0;
            for (int i = 0; i < numbers.length; i++) {
                double term = factors[i] * columns[numbers[i]][period];
                sum += term;
                size += Math.abs(term);
            }
            into[0] = sum;
            into[1] = size;
        }

        boolean isOneMetric() {
            return numbers.length == 1 && factors[0] == 1;
        }
    }

    /** {@return the measure as a quotient of sums, or null when it is none} */
    static LinearMeasure of(Measure measure, Map<String, Integer> numbers) {
        Sum over = sum(measure.numerator(), numbers);
        Sum under = measure.denominator() == null ? null : sum(measure.denominator(), numbers);
        if (over == null || (under == null && measure.denominator() != null)) {
            return null;
        }
        double scale = under == null ? 1 : MetricCatalogue.scale(measure.unit()).doubleValue();
        return new LinearMeasure(over, under, scale);
    }

    private static Sum sum(Formula formula, Map<String, Integer> numbers) {
        Map<Integer, Double> factors = new TreeMap<>();
        if (!collect(formula, 1, numbers, factors) || factors.isEmpty() || factors.size() > MOST_TERMS) {
            return null;
        }
        return new Sum(
                factors.keySet().stream().mapToInt(Integer::intValue).toArray(),
                factors.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static boolean collect(
            Formula formula, double factor, Map<String, Integer> numbers, Map<Integer, Double> factors) {
        if (formula instanceof Formula.Reported reported) {
            // A metric that stands twice may cancel itself, and its error does not.
            return factors.put(numbers.get(reported.code()), factor) == null;
        }
        if (!(formula instanceof Formula.Binary binary)) {
            return false;
        }
        return switch (binary.operation()) {
            case PLUS ->
                collect(binary.left(), factor, numbers, factors) && collect(binary.right(), factor, numbers, factors);
            case MINUS ->
                collect(binary.left(), factor, numbers, factors) && collect(binary.right(), -factor, numbers, factors);
            case TIMES ->
                binary.left() instanceof Formula.Constant constant
                        && isWhole(constant.value())
                        && collect(binary.right(), factor * constant.value().doubleValue(), numbers, factors);
            case DIVIDED_BY -> false;
        };
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0 && value.abs().compareTo(BigDecimal.valueOf(1_000_000)) <= 0;
    }

    /**
     * Whether the figure lies on one side of a bound for sure in all periods.
     *
     * @param bound the bound
     * @param side 1 for above it, -1 for below
     * @param table what was reported
     * @return false also where something is missing, or what is under the line is not above 0 for sure
     */
    boolean isBeyond(double bound, int side, FigureTable table) {
        if (under == null || !over.isOneMetric() || !under.isOneMetric()) {
            return isBeyondInGeneral(bound, side, table);
        }
        return isBeyond(bound, side, over.numbers[0], under.numbers[0], table);
    }

    /**
     * The least and the greatest figures decide nearly always. Where they do not, each period is looked at; the error is that of the
     * greatest figures.
     */
    private boolean isBeyond(double bound, int side, int figure, int divisor, FigureTable table) {
        double error = ERROR * (scale * size(figure, table) + Math.abs(bound) * table.greatest(divisor));
        double worst = side > 0 ? table.least(figure) : table.greatest(figure);
        boolean more = side * bound > 0;
        double against = more ? table.greatest(divisor) : table.least(divisor);
        if (!(table.least(divisor) > 0)) {
            return false;
        }
        if (side * (worst * scale - bound * against) > error) {
            return true;
        }
        double[] figures = table.columns()[figure];
        double[] divisors = table.columns()[divisor];
        for (int i = 0; i < figures.length; i++) {
            if (!(side * (figures[i] * scale - bound * divisors[i]) > error)) {
                return false;
            }
        }
        return true;
    }

    private static double size(int number, FigureTable table) {
        return Math.max(Math.abs(table.least(number)), Math.abs(table.greatest(number)));
    }

    private boolean isBeyondInGeneral(double bound, int side, FigureTable table) {
        double[] top = new double[2];
        double[] bottom = {1, 0};
        for (int i = 0; i < table.periods(); i++) {
            over.add(table.columns(), i, top);
            if (under != null) {
                under.add(table.columns(), i, bottom);
            }
            double apart = side * (top[0] * scale - bound * bottom[0]);
            boolean sure = bottom[0] > ERROR * bottom[1]
                    && apart > ERROR * (top[1] * scale + Math.abs(bound) * Math.max(bottom[0], bottom[1]));
            if (!sure) {
                return false;
            }
        }
        return true;
    }
}
