package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.finplan.indicators.target.Target;
import org.finplan.platform.plan.GrowthKind;
import org.finplan.platform.plan.GrowthRule;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.TargetKind;

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
     * The growth that the plan prints beside a target. It belongs to the printed target, not to a revised one or to that of a
     * district, and it leads to a number of a year.
     *
     * @param indicator the indicator
     * @param target its target
     * @return the growth, or null when there is none with a line
     */
    static GrowthRule printed(IndicatorDefinition indicator, Target target) {
        GrowthRule growth = indicator.growth();
        boolean leads = growth != null
                && growth.kind() != GrowthKind.RELATIVE
                && target.printed() != null
                && !(target.kind() instanceof TargetKind.Cumulative)
                && !(target.kind() instanceof TargetKind.YearByYear);
        return leads ? growth : null;
    }

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
