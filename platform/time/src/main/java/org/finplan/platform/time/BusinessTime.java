package org.finplan.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar that business dates are of. Instants stay in UTC; a day of the plan, a deadline or a quota is one in China. */
public final class BusinessTime {

    /** The zone of the whole country (UTC+8, without summer time). */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BusinessTime() {}

    /**
     * The business day of now.
     *
     * @param clock the injected clock
     * @return the day
     */
    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    /**
     * The business day that an instant lies in.
     *
     * @param instant the instant
     * @return the day
     */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /**
     * The instant at which a business day begins.
     *
     * @param day the day
     * @return its midnight
     */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
