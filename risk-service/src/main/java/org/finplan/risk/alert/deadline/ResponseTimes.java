package org.finplan.risk.alert.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.workday.WorkingDays;
import org.finplan.risk.rule.Level;

/**
 * How long each level may wait. Red counts in hours, day and night; the others in working days, of which the first is the one
 * after the day on which the clock starts, and end with a day. The figures are the suite's own proposal; blue plans by the next
 * monthly period, which is 20 working days.
 */
public final class ResponseTimes {

    private static final Duration RED_ACCEPT = Duration.ofHours(2);
    private static final Duration RED_PLAN = Duration.ofHours(24);

    private ResponseTimes() {}

    /**
     * Until when somebody must have taken charge.
     *
     * @param level level of the alert
     * @param from when the clock started
     * @param calendar working days of the city
     * @return the first instant that is too late
     */
    public static Instant accept(Level level, Instant from, WorkingDays calendar) {
        return switch (level) {
            case RED -> from.plus(RED_ACCEPT);
            case ORANGE -> after(1, from, calendar);
            case YELLOW -> after(3, from, calendar);
            case BLUE -> after(10, from, calendar);
        };
    }

    /**
     * Until when somebody must have ordered what is to be done.
     *
     * @param level level of the alert
     * @param from when the clock started
     * @param calendar working days of the city
     * @return the first instant that is too late
     */
    public static Instant plan(Level level, Instant from, WorkingDays calendar) {
        return switch (level) {
            case RED -> from.plus(RED_PLAN);
            case ORANGE -> after(3, from, calendar);
            case YELLOW -> after(10, from, calendar);
            case BLUE -> after(20, from, calendar);
        };
    }

    /**
     * The end of a day.
     *
     * @param day a day
     * @return the first instant after it
     */
    public static Instant endOf(LocalDate day) {
        return BusinessTime.startOf(day.plusDays(1));
    }

    private static Instant after(int workingDays, Instant from, WorkingDays calendar) {
        return endOf(calendar.add(BusinessTime.dayOf(from), workingDays));
    }
}
