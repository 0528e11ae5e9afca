package org.finplan.tasks.supervision.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.workday.WorkingDays;
import org.finplan.tasks.supervision.RandomCalendars;

/** The clock of a matter, by the notice of 2026 and by calendars and pauses of chance. */
class ClockTest {

    private static final WorkingDays ZHAOQING = PlanPackages.register(List.of()).workingDays("441200");
    private static final LocalDate START = LocalDate.of(RandomCalendars.FIRST_YEAR, 1, 1);

    @Example
    void workingDaysAreThoseOfTheNotice() {
        assertThat(ZHAOQING.count(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .isEqualTo(248);
        // Spring Festival: off from 15 to 23 February, 14 and 28 February are worked.
        assertThat(end(5, "2026-02-12")).isEqualTo("2026-02-26");
        assertThat(end(7, "2026-02-12")).as("a Saturday that is worked").isEqualTo("2026-02-28");
    }

    @Example
    void aDateStaysAsItWasSaidUntilTheClockStands() {
        TimeLimit sunday = new TimeLimit.ByDate(LocalDate.of(2026, 3, 15), LocalDate.of(2026, 3, 2));
        Deadline first = Deadline.first(sunday, ZHAOQING);
        assertThat(first.original()).isEqualTo("2026-03-15");
        assertThat(first.provisional()).isFalse();
        List<Standstill> pause = List.of(new Standstill(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 11)));
        Deadline later = first.reckoned(sunday, new CountedDays(ZHAOQING, pause));
        assertThat(later.original()).isEqualTo("2026-03-15");
        assertThat(later.current()).as("two working days later").isEqualTo("2026-03-17");
    }

    @Example
    void aYearWithoutANoticeIsProvisional() {
        Deadline deadline = Deadline.first(new TimeLimit.ByWorkingDays(10, LocalDate.of(2026, 12, 28)), ZHAOQING);
        assertThat(deadline.provisional()).isTrue();
    }

    @Example
    void spansAreStoredAsText() {
        List<Standstill> spans = List.of(
                new Standstill(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 11)),
                new Standstill(LocalDate.of(2026, 4, 9), LocalDate.of(2026, 4, 9)));
        assertThat(Standstill.list(Standstill.text(spans))).isEqualTo(spans);
        assertThat(Standstill.list("")).isEmpty();
        assertThat(spans.get(0).endedOn(LocalDate.of(2026, 3, 1)).until()).isEqualTo("2026-03-09");
        assertThat(spans.get(0).endedOn(LocalDate.of(2026, 3, 30))).isEqualTo(spans.get(0));
    }

    /** Whoever had so many working days left when the clock stood has as many when it goes on. */
    @Property
    void aPauseNeverShortensTheTimeLeft(
            @ForAll long calendar,
            @ForAll long pauses,
            @ForAll @IntRange(max = 500) int start,
            @ForAll @IntRange(min = 1, max = 60) int time,
            @ForAll boolean byDate) {
        WorkingDays working = RandomCalendars.calendar(calendar);
        LocalDate from = START.plusDays(start);
        TimeLimit limit =
                byDate ? new TimeLimit.ByDate(from.plusDays(time), from) : new TimeLimit.ByWorkingDays(time, from);
        List<Standstill> before = new ArrayList<>();
        for (Standstill pause : RandomCalendars.pauses(from, pauses)) {
            LocalDate due = limit.end(new CountedDays(working, before));
            int left = working.count(pause.from(), due);
            before.add(pause);
            LocalDate moved = limit.end(new CountedDays(working, before));
            assertThat(moved).isAfterOrEqualTo(due);
            assertThat(working.count(pause.until(), moved)).isGreaterThanOrEqualTo(left);
        }
    }

    /** Another calendar moves the current day; what stood is kept and the original day stays. */
    @Property
    void theTimeThatStoodIsKeptWhenTheCalendarChanges(
            @ForAll long calendar,
            @ForAll long other,
            @ForAll long pauses,
            @ForAll @IntRange(min = 1, max = 60) int time) {
        TimeLimit limit = new TimeLimit.ByWorkingDays(time, START);
        List<Standstill> spans = RandomCalendars.pauses(START, pauses);
        Deadline first = Deadline.first(limit, RandomCalendars.calendar(calendar));
        WorkingDays changed = RandomCalendars.calendar(other);
        Deadline later = first.reckoned(limit, new CountedDays(changed, spans));
        assertThat(later.original()).isEqualTo(first.original());
        assertThat(new CountedDays(changed, spans).count(START, later.current()))
                .as("the whole time, without the days that stood")
                .isEqualTo(time);
    }

    @Property
    void everyReckonedDayCounts(
            @ForAll long calendar, @ForAll long pauses, @ForAll @IntRange(min = -60, max = 60) int count) {
        CountedDays days = new CountedDays(RandomCalendars.calendar(calendar), RandomCalendars.pauses(START, pauses));
        LocalDate reached = days.add(START.plusDays(90), count);
        assertThat(days.isCounted(reached)).isTrue();
        if (count > 0) {
            assertThat(days.count(START.plusDays(90), reached)).isEqualTo(count);
        }
    }

    private static String end(int workingDays, String from) {
        return Deadline.first(new TimeLimit.ByWorkingDays(workingDays, LocalDate.parse(from)), ZHAOQING)
                .current()
                .toString();
    }
}
