package org.finplan.risk.rulebook.evaluation;

import java.util.Map;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.formula.MetricCatalogue;

/** A measure that is worked out by floating point: what is over the line in the unit of the figure, and what is under it. */
final class EstimatedMeasure {

    /** How a figure lies to a bound. */
    enum Side {
        BELOW,
        ABOVE,
        UNSURE
    }

    private final EstimatedFormula over;

    /** Null for an amount. */
    private final EstimatedFormula under;

    private final double scale;
    private final int[] needed;

    EstimatedMeasure(Measure measure, Map<String, Integer> numbers) {
        over = EstimatedFormula.of(measure.numerator(), numbers);
        under = measure.denominator() == null ? null : EstimatedFormula.of(measure.denominator(), numbers);
        scale = under == null ? 1 : MetricCatalogue.scale(measure.unit()).doubleValue();
        needed = measure.metrics().stream().mapToInt(numbers::get).toArray();
    }

    /** {@return whether a metric that it needs is not among the figures} */
    boolean isMissing(double[][] figures, int period) {
        for (int number : needed) {
            if (Double.isNaN(figures[number][period])) {
                return true;
            }
        }
        return false;
    }

    /**
     * Works both out.
     *
     * @return whether what is under the line is above 0 for sure
     */
    boolean estimate(double[][] figures, int period, Estimate overLine, Estimate underLine) {
        over.estimate(figures, period, overLine);
        if (under == null) {
            underLine.set(1, 0);
            return true;
        }
        overLine.set(
                overLine.value * scale, overLine.error * scale + Math.abs(overLine.value * scale) * Estimate.ROUNDING);
        under.estimate(figures, period, underLine);
        return underLine.isPositive();
    }

    /**
     * Holds a figure against a bound by multiplying across.
     *
     * @param overLine what is over the line
     * @param underLine what is under it, above 0
     * @param bound the bound
     * @return the side on which the figure is for sure
     */
    static Side side(Estimate overLine, Estimate underLine, double bound) {
        double across = bound * underLine.value;
        double error = overLine.error
                + Math.abs(bound) * underLine.error
                + 4 * Estimate.ROUNDING * (Math.abs(across) + Math.abs(overLine.value));
        double apart = overLine.value - across;
        if (apart > 2 * error) {
            return Side.ABOVE;
        }
        return -apart > 2 * error ? Side.BELOW : Side.UNSURE;
    }
}
