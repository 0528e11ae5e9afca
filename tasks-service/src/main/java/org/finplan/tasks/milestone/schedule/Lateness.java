package org.finplan.tasks.milestone.schedule;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.finplan.platform.workday.WorkingDays;

/**
 * How late something is on a day. It is late as soon as a working day has come after the day by which it was planned: what is
 * planned for a Friday is late on Monday, not over the weekend.
 *
 * @param days the working days of the city
 * @param day the day on which it is looked at (Asia/Shanghai)
 */
public record Lateness(WorkingDays days, LocalDate day) {

    /**
     * Counts the working days since a planned day.
     *
     * @param planned the day by which something was planned
     * @return how many working days came after it, the day of the look among them; 0 when it is not late
     */
    public int of(LocalDate planned) {
        return days.count(planned.plusDays(1), day);
    }

    /** {@return the last working day that is not in the future: late is what was planned for a day before it} */
    public LocalDate threshold() {
        return days.isWorked(day) ? day : days.add(day, -1);
    }

    /**
     * Whether a count may still change, since a year on the way has no notice of holidays.
     *
     * @param planned the day by which something was planned
     * @return whether it may
     */
    public boolean provisional(LocalDate planned) {
        return IntStream.rangeClosed(planned.getYear(), day.getYear())
                .anyMatch(year -> days.isProvisional(LocalDate.of(year, 1, 1)));
    }
}
