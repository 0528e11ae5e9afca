package org.finplan.platform.workday;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The working days of a city. A day is worked when it is of Monday to Friday and no notice takes it off, or when a notice names
 * it as a make-up day. A year without a notice knows weekends only; what it answers is provisional.
 */
public final class WorkingDays {

    private static final int DAYS_OF_A_WEEK = 7;
    private static final int WORKED_OF_A_WEEK = 5;

    private final SortedMap<Integer, HolidayNotice> notices = new TreeMap<>();
    /** Days whose answer is not that of their day of the week. */
    private final NavigableSet<LocalDate> exceptions = new TreeSet<>();
    /** The same: a run over all matters asks for single days millions of times. */
    private final Set<LocalDate> single;

    /**
     * Makes the calendar of some notices.
     *
     * @param notices the notices; of two of one year the one that was issued later counts
     */
    public WorkingDays(Collection<HolidayNotice> notices) {
        for (HolidayNotice notice : notices) {
            this.notices.merge(
                    notice.year(), notice, (one, other) -> one.issued().isBefore(other.issued()) ? other : one);
        }
        this.notices.values().forEach(notice -> exceptions.addAll(notice.exceptions()));
        single = new HashSet<>(exceptions);
    }

    /**
     * Whether a day is worked.
     *
     * @param day the day
     * @return whether it is, by what is known
     */
    public boolean isWorked(LocalDate day) {
        return HolidayNotice.isWeekend(day) == single.contains(day);
    }

    /**
     * Whether an answer about a day may still change, since its year has no notice yet.
     *
     * @param day the day
     * @return whether it may
     */
    public boolean isProvisional(LocalDate day) {
        return !notices.containsKey(day.getYear());
    }

    /**
     * The notice that speaks of the year of a day.
     *
     * @param day the day
     * @return the notice, empty when there is none yet
     */
    public Optional<HolidayNotice> notice(LocalDate day) {
        return Optional.ofNullable(notices.get(day.getYear()));
    }

    /**
     * The holiday that a day belongs to.
     *
     * @param day the day
     * @return the holiday, empty when the day is in none
     */
    public Optional<HolidayNotice.Holiday> holiday(LocalDate day) {
        return notice(day).flatMap(notice -> notice.holiday(day));
    }

    /**
     * Counts working days.
     *
     * @param from the first day
     * @param until the last day
     * @return how many of them are worked, both ends included; 0 when the last comes before the first
     */
    public int count(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            return 0;
        }
        int worked = 0;
        for (LocalDate day : exceptions.subSet(from, true, until, true)) {
            worked += HolidayNotice.isWeekend(day) ? 1 : -1;
        }
        long days = ChronoUnit.DAYS.between(from, until) + 1;
        worked += (int) (days / DAYS_OF_A_WEEK) * WORKED_OF_A_WEEK;
        LocalDate rest = from.plusDays(days - days % DAYS_OF_A_WEEK);
        for (LocalDate day = rest; !day.isAfter(until); day = day.plusDays(1)) {
            worked += HolidayNotice.isWeekend(day) ? 0 : 1;
        }
        return worked;
    }

    /**
     * The day that comes some working days after or before another one. The day itself is not counted, worked or not.
     *
     * @param from the day
     * @param workingDays how many working days later; negative: earlier
     * @return a working day; for 0 the day itself, or the next working day when it is off
     */
    public LocalDate add(LocalDate from, int workingDays) {
        if (workingDays == 0) {
            return isWorked(from) ? from : add(from, 1);
        }
        int step = Integer.signum(workingDays);
        LocalDate day = from;
        for (int left = Math.abs(workingDays); left > 0; ) {
            day = day.plusDays(step);
            left -= isWorked(day) ? 1 : 0;
        }
        return day;
    }
}
