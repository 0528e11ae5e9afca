package org.finplan.tasks.supervision;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.finplan.platform.workday.HolidayNotice;
import org.finplan.platform.workday.HolidayNotice.Holiday;
import org.finplan.platform.workday.WorkingDays;
import org.finplan.tasks.supervision.clock.Standstill;

/** Calendars and pauses of chance (samples, no real notices). */
public final class RandomCalendars {

    /** The years that may have a notice. */
    public static final int FIRST_YEAR = 2031;

    private static final int YEARS = 3;

    private RandomCalendars() {}

    /** {@return a calendar with holidays and make-up days of chance, some years without a notice} */
    public static WorkingDays calendar(long seed) {
        Random random = new Random(seed);
        List<HolidayNotice> notices = new ArrayList<>();
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            if (random.nextInt(4) > 0) {
                notices.add(notice(year, random));
            }
        }
        return new WorkingDays(notices);
    }

    private static HolidayNotice notice(int year, Random random) {
        List<Holiday> holidays = new ArrayList<>();
        TreeSet<LocalDate> makeUp = new TreeSet<>();
        LocalDate day = LocalDate.of(year, 1, 1);
        while (day.getYear() == year) {
            int kind = random.nextInt(40);
            LocalDate last = day.plusDays(random.nextInt(8));
            if (kind == 0 && last.getYear() == year) {
                holidays.add(new Holiday(day, last, "演示样本", "sample"));
                day = last;
            } else if (kind < 6 && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
                makeUp.add(day);
            }
            day = day.plusDays(1);
        }
        return new HolidayNotice(year, "演示样本", LocalDate.of(year - 1, 11, 1), holidays, makeUp);
    }

    /** {@return up to three pauses after a day, one after the other} */
    public static List<Standstill> pauses(LocalDate after, long seed) {
        Random random = new Random(seed);
        List<Standstill> spans = new ArrayList<>();
        LocalDate day = after;
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate from = day.plusDays(1 + random.nextInt(20));
            day = from.plusDays(random.nextInt(30));
            spans.add(new Standstill(from, day));
        }
        return spans;
    }
}
