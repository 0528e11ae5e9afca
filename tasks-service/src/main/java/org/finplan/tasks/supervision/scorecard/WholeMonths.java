package org.finplan.tasks.supervision.scorecard;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The months that lie within a span of days as a whole. What is left of the span is less than two months of days.
 *
 * @param from the first day of the first such month; the first day of the span when there is none
 * @param until the day after the last such month; the same as from when there is none
 */
record WholeMonths(LocalDate from, LocalDate until) {

    static WholeMonths of(LocalDate start, LocalDate end) {
        LocalDate from = start.getDayOfMonth() == 1
                ? start
                : YearMonth.from(start).plusMonths(1).atDay(1);
        LocalDate until = YearMonth.from(end.plusDays(1)).atDay(1);
        return from.isBefore(until) ? new WholeMonths(from, until) : new WholeMonths(start, start);
    }
}
