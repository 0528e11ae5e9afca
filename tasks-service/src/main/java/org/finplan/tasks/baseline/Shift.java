package org.finplan.tasks.baseline;

import java.time.LocalDate;
import org.finplan.platform.workday.WorkingDays;

/** By how many working days a day moved. */
final class Shift {

    private Shift() {}

    /**
     * Counts the working days between two days.
     *
     * @param before the day as it was
     * @param now the day as it is
     * @param days the working days of the city
     * @return working days later, the new day among them; negative: earlier, the old day among them
     */
    static int between(LocalDate before, LocalDate now, WorkingDays days) {
        return days.count(before.plusDays(1), now) - days.count(now.plusDays(1), before);
    }
}
