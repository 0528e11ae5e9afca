package org.finplan.risk.rulebook.judgement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The exponentially weighted moving average of a series, and the control limits around its mean (NIST/SEMATECH handbook,
 * 6.3.2.4).
 *
 * @param mean the mean in control, where the average starts
 * @param deviation the standard deviation in control
 * @param weight weight of the newest figure, above 0 and at most 1
 * @param width how many deviations of the average are in control
 */
public record MovingAverage(BigDecimal mean, BigDecimal deviation, BigDecimal weight, BigDecimal width) {

    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /**
     * The averages after each figure.
     *
     * @param values the series, oldest first
     * @return as many averages
     */
    public List<BigDecimal> of(List<BigDecimal> values) {
        List<BigDecimal> averages = new ArrayList<>();
        BigDecimal average = mean;
        for (BigDecimal value : values) {
            average = weight.multiply(value)
                    .add(BigDecimal.ONE.subtract(weight).multiply(average))
                    .round(DIGITS);
            averages.add(average);
        }
        return averages;
    }

    /**
     * How far the average may be off the mean after some figures; less after the first ones.
     *
     * @param figures how many figures, from 1
     * @return the distance in control
     */
    public BigDecimal distance(int figures) {
        BigDecimal rest = BigDecimal.ONE.subtract(weight).pow(2 * figures, DIGITS);
        BigDecimal variance =
                weight.divide(TWO.subtract(weight), DIGITS).multiply(BigDecimal.ONE.subtract(rest), DIGITS);
        return width.multiply(deviation).multiply(variance.sqrt(DIGITS), DIGITS);
    }
}
