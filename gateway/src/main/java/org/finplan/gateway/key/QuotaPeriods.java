package org.finplan.gateway.key;

import java.time.Instant;
import java.time.LocalDate;
import org.finplan.platform.time.BusinessTime;

/**
 * The calendar periods that quotas are counted in: the business day and month of the plan's city.
 *
 * @param date the day in Shanghai
 */
record QuotaPeriods(LocalDate date) {

    static QuotaPeriods at(Instant now) {
        return new QuotaPeriods(BusinessTime.dayOf(now));
    }

    /** {@return the day, such as {@code 2026-11-22}} */
    String day() {
        return date.toString();
    }

    /** {@return the month, such as {@code 2026-11}} */
    String month() {
        return day().substring(0, 7);
    }

    /** {@return when the next day begins} */
    Instant dayEnds() {
        return BusinessTime.startOf(date.plusDays(1));
    }

    /** {@return when the next month begins} */
    Instant monthEnds() {
        return BusinessTime.startOf(date.withDayOfMonth(1).plusMonths(1));
    }
}
