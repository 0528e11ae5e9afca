package org.finplan.risk.rulebook.judgement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Where the figures of peers lie: the median and the median absolute deviation, which one far figure does not move (modified
 * z-score after Iglewicz and Hoaglin). Where most figures are equal that deviation is 0, and the mean one stands in.
 *
 * @param median the median
 * @param deviation median absolute deviation from it
 * @param meanDeviation mean absolute deviation from it
 */
public record Spread(BigDecimal median, BigDecimal deviation, BigDecimal meanDeviation) {

    private static final BigDecimal OF_THE_MEDIAN = new BigDecimal("0.6745");
    private static final BigDecimal OF_THE_MEAN = new BigDecimal("1.253314");

    /**
     * The spread of figures.
     *
     * @param values at least one
     * @return where they lie
     */
    public static Spread of(List<BigDecimal> values) {
        BigDecimal median = median(values);
        List<BigDecimal> deviations =
                values.stream().map(value -> value.subtract(median).abs()).toList();
        BigDecimal mean = deviations.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
        return new Spread(median, median(deviations), mean);
    }

    /**
     * How far a figure is off.
     *
     * @param value the figure
     * @return the modified z-score, 0 when all figures are equal
     */
    public BigDecimal score(BigDecimal value) {
        BigDecimal off = value.subtract(median);
        if (deviation.signum() != 0) {
            return off.multiply(OF_THE_MEDIAN).divide(deviation, MathContext.DECIMAL64);
        }
        return meanDeviation.signum() == 0
                ? BigDecimal.ZERO
                : off.divide(meanDeviation.multiply(OF_THE_MEAN), MathContext.DECIMAL64);
    }

    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2));
    }
}
