package org.finplan.indicators.attainment;

import java.time.YearMonth;
import java.util.Optional;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;

/**
 * What is judged.
 *
 * @param plan plan code
 * @param indicator the indicator
 * @param region region code
 * @param period the period
 */
record Subject(String plan, IndicatorDefinition indicator, String region, Period period) {

    /**
     * The period under which a judgement of a value is kept: the year when it ends one, whatever its notation.
     *
     * @param indicator the indicator
     * @param period period of the value
     * @return the period, empty when values of such periods are not judged
     */
    static Optional<Period> judgedPeriod(IndicatorDefinition indicator, Period period) {
        if (!indicator.pointInTime()) {
            return period.isWholeYear() ? Optional.of(Period.ofYear(period.year())) : Optional.empty();
        }
        if (period.endsYear()) {
            return Optional.of(Period.ofYear(period.year()));
        }
        YearMonth month = YearMonth.from(period.end());
        return Optional.of(
                period.end().equals(month.atEndOfMonth()) ? Period.ofMonth(month) : Period.ofDay(period.end()));
    }
}
