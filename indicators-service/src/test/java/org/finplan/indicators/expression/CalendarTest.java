package org.finplan.indicators.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.finplan.indicators.expression.Expression.Step;
import org.finplan.platform.period.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalendarTest {

    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2021, 12, 31);

    /** Whoever a lag leads to a day must be found from it, over months of every length and over leap days. */
    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"MONTH", "QUARTER", "YEAR"})
    void fromADayEveryDayIsFoundWhoseLagLeadsToIt(Step step) {
        Map<Period, Set<Period>> from = new HashMap<>();
        FIRST.datesUntil(LAST).map(Period::ofDay).forEach(day -> from.computeIfAbsent(
                        Calendar.back(day, 1, step), to -> new HashSet<>())
                .add(day));
        FIRST.datesUntil(LAST.minusYears(1)).map(Period::ofDay).forEach(day -> assertThat(
                        new HashSet<>(Calendar.forward(day, 1, step)))
                .as("%s after %s", step, day.text())
                .isEqualTo(from.getOrDefault(day, Set.of())));
    }
}
