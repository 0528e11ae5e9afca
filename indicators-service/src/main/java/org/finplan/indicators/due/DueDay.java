package org.finplan.indicators.due;

import java.time.LocalDate;
import org.finplan.platform.workday.WorkingDays;

/**
 * The day by which a figure is due. A day off is nobody's last day: the next working day is.
 *
 * @param day the last day that is in time (Asia/Shanghai)
 * @param provisional whether it may still change, since no notice says which days of its year are worked
 */
record DueDay(LocalDate day, boolean provisional) {

    /**
     * Moves a day off to the next working day.
     *
     * @param day the day by the setting
     * @param calendar working days of the city
     * @return the day itself when it is worked, else the next one that is
     */
    static DueDay of(LocalDate day, WorkingDays calendar) {
        LocalDate worked = calendar.add(day, 0);
        return new DueDay(worked, calendar.isProvisional(day) || calendar.isProvisional(worked));
    }

    /** {@return whether the figure is asked for by now; on its last day it is still in time} */
    boolean isDue(LocalDate today) {
        return !day.isAfter(today);
    }

    /** {@return whether its last day is over} */
    boolean isOver(LocalDate today) {
        return day.isBefore(today);
    }
}
