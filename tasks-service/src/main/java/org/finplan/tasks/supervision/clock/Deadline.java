package org.finplan.tasks.supervision.clock;

import java.time.LocalDate;
import org.finplan.platform.workday.WorkingDays;

/**
 * Until when a unit has time.
 *
 * @param original what was said when the matter was registered; it is never changed
 * @param current what holds now, after extensions, pauses and changes of the calendar
 * @param provisional whether a year on the way has no notice of holidays yet, so that the current one may still move
 */
public record Deadline(LocalDate original, LocalDate current, boolean provisional) {

    /**
     * The deadline of a matter that is registered.
     *
     * @param limit the time that is given
     * @param calendar working days of the city
     * @return the deadline, both days the same
     */
    public static Deadline first(TimeLimit limit, WorkingDays calendar) {
        LocalDate end = limit.end(new CountedDays(calendar, java.util.List.of()));
        return new Deadline(end, end, isProvisional(limit, end, calendar));
    }

    /**
     * The same matter later.
     *
     * @param limit the time that it has now
     * @param days the days that count
     * @return the deadline with the original day kept
     */
    public Deadline reckoned(TimeLimit limit, CountedDays days) {
        LocalDate end = limit.end(days);
        return new Deadline(original, end, isProvisional(limit, end, days.calendar()));
    }

    private static boolean isProvisional(TimeLimit limit, LocalDate end, WorkingDays calendar) {
        for (int year = limit.from().getYear(); year <= end.getYear(); year++) {
            if (calendar.isProvisional(LocalDate.of(year, 1, 1))) {
                return true;
            }
        }
        return false;
    }
}
