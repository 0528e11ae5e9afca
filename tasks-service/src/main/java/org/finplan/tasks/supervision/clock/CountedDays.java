package org.finplan.tasks.supervision.clock;

import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.workday.WorkingDays;

/**
 * The days that count for a matter: working days on which its clock does not stand. All of its deadlines and steps are reckoned
 * in these, so that none falls on a day off and none is spent while the matter waits.
 *
 * @param calendar working days of the city
 * @param standstills when the clock stands
 */
public record CountedDays(WorkingDays calendar, List<Standstill> standstills) {

    public CountedDays {
        standstills = List.copyOf(standstills);
    }

    /**
     * Whether a day counts.
     *
     * @param day the day
     * @return whether it is worked and the clock goes
     */
    public boolean isCounted(LocalDate day) {
        return calendar.isWorked(day) && !stands(day);
    }

    /**
     * Whether the clock stands on a day.
     *
     * @param day the day
     * @return whether it does
     */
    public boolean stands(LocalDate day) {
        // Asked for each day of each step of each matter: a loop costs a tenth of a stream.
        for (Standstill span : standstills) {
            if (span.covers(day)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The day that comes some counted days after or before another one, which itself is not counted.
     *
     * @param from the day
     * @param days how many counted days later; negative: earlier
     * @return a counted day; for 0 the day itself, or the next counted day
     */
    public LocalDate add(LocalDate from, int days) {
        if (days == 0) {
            return onOrAfter(from);
        }
        int step = Integer.signum(days);
        LocalDate day = from;
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(step);
            left -= isCounted(day) ? 1 : 0;
        }
        return day;
    }

    /**
     * The first counted day that is not before a day.
     *
     * @param day the day
     * @return the day itself when it counts
     */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!isCounted(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /**
     * Counts.
     *
     * @param after a day, which is not counted
     * @param until the last day
     * @return how many of the days between count, the last included; 0 when it does not come later
     */
    public int count(LocalDate after, LocalDate until) {
        return (int) after.plusDays(1)
                .datesUntil(until.isAfter(after) ? until.plusDays(1) : after.plusDays(1))
                .filter(this::isCounted)
                .count();
    }
}
