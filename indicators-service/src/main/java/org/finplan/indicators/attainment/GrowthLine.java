package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.finplan.platform.plan.GrowthKind;

/**
 * The line from a baseline by the growth that the plan prints. It need not meet the target: 110.05 at 10 % ends at
 * 177.24, the target is 180.
 *
 * @param start value at the baseline
 * @param startDay last day of the baseline's period
 * @param kind how the growth compounds, not relative
 * @param rate growth a year in the unit of the kind
 */
record GrowthLine(BigDecimal start, LocalDate startDay, GrowthKind kind, BigDecimal rate) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * The value on the line.
     *
     * @param day the last day of a period, not before the baseline
     * @return the value, to {@value TargetPath#PLACES} places
     */
    BigDecimal at(LocalDate day) {
        BigDecimal years = TargetPath.years(startDay, day);
        BigDecimal value =
                switch (kind) {
                    case COMPOUND_PERCENT_PER_YEAR ->
                        start.multiply(
                                Powers.power(BigDecimal.ONE.add(rate.divide(HUNDRED, Powers.RESULT)), years),
                                Powers.RESULT);
                    case PERCENTAGE_POINTS_PER_YEAR, COUNT_PER_YEAR -> start.add(rate.multiply(years));
                    case RELATIVE -> throw new IllegalStateException("a relative growth has no line");
                };
        return value.setScale(TargetPath.PLACES, RoundingMode.HALF_UP);
    }
}
