package org.finplan.tasks.supervision.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The months within a span, and the days beside them. */
class WholeMonthsTest {

    @Property
    void theyAreWholeAndLieWithinAndLeaveLessThanTwoMonths(
            @ForAll @IntRange(max = 800) int first, @ForAll @IntRange(max = 800) int days) {
        LocalDate start = LocalDate.of(2031, 1, 1).plusDays(first);
        LocalDate end = start.plusDays(days);
        WholeMonths months = WholeMonths.of(start, end);
        assertThat(months.from()).isAfterOrEqualTo(start).isBeforeOrEqualTo(months.until());
        assertThat(months.until()).isBeforeOrEqualTo(end.plusDays(1));
        boolean any = months.from().isBefore(months.until());
        assertThat(any ? months.from().getDayOfMonth() + months.until().getDayOfMonth() : 2)
                .isEqualTo(2);
        long left = ChronoUnit.DAYS.between(start, end.plusDays(1))
                - ChronoUnit.DAYS.between(months.from(), months.until());
        assertThat(left).isBetween(0L, 60L);
    }
}
