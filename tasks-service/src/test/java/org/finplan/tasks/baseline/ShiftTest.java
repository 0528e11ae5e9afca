package org.finplan.tasks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.workday.WorkingDays;
import org.finplan.tasks.supervision.RandomCalendars;

/** By how many working days a day moved. */
class ShiftTest {

    private static final WorkingDays ZHAOQING = PlanPackages.register(List.of()).workingDays("441200");
    private static final LocalDate START = LocalDate.of(RandomCalendars.FIRST_YEAR, 1, 1);

    @Example
    void holidaysAndMakeUpDaysCountAsTheNoticeSays() {
        // Spring Festival: off from 15 to 23 February, 14 and 28 February are worked.
        assertThat(Shift.between(LocalDate.of(2026, 2, 13), LocalDate.of(2026, 2, 24), ZHAOQING))
                .isEqualTo(2);
        assertThat(Shift.between(LocalDate.of(2026, 2, 24), LocalDate.of(2026, 2, 13), ZHAOQING))
                .isEqualTo(-2);
    }

    @Property
    void thereAndBackIsNoShift(
            @ForAll long seed, @ForAll @IntRange(max = 900) int one, @ForAll @IntRange(max = 900) int other) {
        WorkingDays days = RandomCalendars.calendar(seed);
        int there = Shift.between(START.plusDays(one), START.plusDays(other), days);
        assertThat(Shift.between(START.plusDays(other), START.plusDays(one), days))
                .isEqualTo(-there);
    }

    @Property
    void soManyWorkingDaysLaterIsAShiftOfSoMany(
            @ForAll long seed, @ForAll @IntRange(max = 600) int day, @ForAll @IntRange(min = 1, max = 60) int later) {
        WorkingDays days = RandomCalendars.calendar(seed);
        LocalDate from = START.plusDays(day);
        assertThat(Shift.between(from, days.add(from, later), days)).isEqualTo(later);
    }
}
