package org.finplan.tasks.workday;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The days of a span, and how many of them are worked.
 *
 * @param count how many are worked, both ends included
 * @param provisional whether a day is of a year that has no notice yet, so that the count may still change
 * @param days every day of the span
 */
@Schema(name = "WorkingDays")
record WorkingDaysView(int count, boolean provisional, List<Day> days) {

    /**
     * A day.
     *
     * @param date the day (Asia/Shanghai)
     * @param working whether it is worked
     * @param notice number of the notice that speaks of its year; null when there is none yet, and weekends alone are known
     */
    @Schema(name = "Workday")
    record Day(LocalDate date, boolean working, @Nullable String notice) {}

    /**
     * A day that comes some working days after another.
     *
     * @param date the day (Asia/Shanghai)
     * @param provisional whether a day on the way is of a year that has no notice yet, so that the day may still change
     */
    @Schema(name = "WorkdayReached")
    record Reached(LocalDate date, boolean provisional) {}
}
