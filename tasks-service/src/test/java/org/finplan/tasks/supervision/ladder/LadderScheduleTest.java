package org.finplan.tasks.supervision.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.workday.WorkingDays;
import org.finplan.tasks.supervision.RandomCalendars;
import org.finplan.tasks.supervision.clock.CountedDays;
import org.finplan.tasks.supervision.clock.TimeLimit;
import org.finplan.tasks.supervision.ladder.Climb.Taken;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;

/** The days on which steps are taken, by example and as laws over calendars, pauses and ladders of chance. */
class LadderScheduleTest {

    private static final LocalDate START = LocalDate.of(RandomCalendars.FIRST_YEAR, 2, 3);
    private static final int DAYS = 150;

    @Example
    void aReminderThatWouldFallOnADayOffIsNotSpentOnIt() {
        CountedDays weekends = new CountedDays(new WorkingDays(List.of()), List.of());
        // 2031-02-03 is a Monday, so that a Sunday is six days later.
        Ladder ladder = ladder(step("due", Anchor.DUE, 0), step("late", Anchor.DUE, 1));
        Climb climb = climb(LocalDate.of(2031, 2, 9), List.of());
        assertThat(LadderSchedule.next(ladder, climb, weekends, START)).contains(LocalDate.of(2031, 2, 10));
        assertThat(LadderSchedule.dueOn(ladder, climb, weekends, LocalDate.of(2031, 2, 9)))
                .isEmpty();
        List<Rung> monday = LadderSchedule.dueOn(ladder, climb, weekends, LocalDate.of(2031, 2, 10));
        assertThat(monday).extracting(rung -> rung.step().code()).containsExactly("due");
        Climb next = climb(LocalDate.of(2031, 2, 9), List.of(new Taken("due", 1, LocalDate.of(2031, 2, 10))));
        assertThat(LadderSchedule.next(ladder, next, weekends, LocalDate.of(2031, 2, 10)))
                .as("never two on one day")
                .contains(LocalDate.of(2031, 2, 11));
    }

    @Example
    void aReminderBeforeTheDeadlineIsLeftOutOnceItIsOver() {
        CountedDays weekends = new CountedDays(new WorkingDays(List.of()), List.of());
        Ladder ladder = ladder(step("soon", Anchor.DUE, -3));
        Climb climb = climb(LocalDate.of(2031, 2, 14), List.of());
        assertThat(LadderSchedule.next(ladder, climb, weekends, START)).contains(LocalDate.of(2031, 2, 11));
        assertThat(LadderSchedule.next(ladder, climb, weekends, LocalDate.of(2031, 2, 13)))
                .as("missed, and still of use")
                .contains(LocalDate.of(2031, 2, 13));
        assertThat(LadderSchedule.next(ladder, climb, weekends, LocalDate.of(2031, 2, 15)))
                .isEmpty();
        assertThat(LadderSchedule.next(ladder, climb(LocalDate.of(2031, 2, 6), List.of()), weekends, START))
                .as("it would come on the day of the registration")
                .isEmpty();
    }

    /** Run on every day, with the service down on some: each step comes once, on a day that counts, one of an anchor a day. */
    @Property
    void noStepFallsOnADayOffAndNoneIsSpentOnOne(
            @ForAll long calendar,
            @ForAll long pauses,
            @ForAll long chance,
            @ForAll @IntRange(min = 1, max = 40) int time) {
        CountedDays days = new CountedDays(RandomCalendars.calendar(calendar), RandomCalendars.pauses(START, pauses));
        Random random = new Random(chance);
        Ladder ladder = ladderOf(random);
        LocalDate due = new TimeLimit.ByWorkingDays(time, START).end(days);
        List<Taken> taken = new ArrayList<>();
        Set<String> once = new HashSet<>();
        for (LocalDate day = START; day.isBefore(START.plusDays(DAYS)); day = day.plusDays(1)) {
            if (random.nextInt(8) == 0) {
                continue;
            }
            List<Rung> rungs = LadderSchedule.dueOn(ladder, climb(due, taken), days, day);
            for (Rung rung : rungs) {
                assertThat(days.isCounted(day)).as("%s on %s", rung, day).isTrue();
                assertThat(days.isCounted(rung.scheduledOn())).isTrue();
                assertThat(rung.scheduledOn()).isBeforeOrEqualTo(day);
                assertThat(once.add(rung.step().code())).as("once").isTrue();
                taken.add(new Taken(rung.step().code(), rung.occasion(), day));
            }
            assertThat(rungs.stream()
                            .map(rung -> rung.step().anchor())
                            .distinct()
                            .count())
                    .isEqualTo(rungs.size());
            LocalDate today = day;
            LadderSchedule.next(ladder, climb(due, taken), days, today.plusDays(1))
                    .ifPresent(next -> assertThat(days.isCounted(next) && next.isAfter(today))
                            .isTrue());
        }
        for (LadderStep step : ladder.steps()) {
            boolean after = step.anchor() == Anchor.MOVED || step.workingDays() > 0;
            LocalDate scheduled = days.add(step.anchor() == Anchor.DUE ? due : START, step.workingDays());
            if (after && scheduled.isBefore(START.plusDays(DAYS - 40))) {
                assertThat(once).as("%s was not lost", step).contains(step.code());
            }
        }
    }

    /** On a service that is never down, every step comes on the very day that the ladder says. */
    @Property
    void everyStepComesOnItsDay(
            @ForAll long calendar, @ForAll long chance, @ForAll @IntRange(min = 15, max = 40) int time) {
        CountedDays days = new CountedDays(RandomCalendars.calendar(calendar), List.of());
        Ladder ladder = ladderOf(new Random(chance));
        LocalDate due = new TimeLimit.ByWorkingDays(time, START).end(days);
        List<Taken> taken = new ArrayList<>();
        for (LocalDate day = START.plusDays(1); day.isBefore(START.plusDays(DAYS)); day = day.plusDays(1)) {
            for (Rung rung : LadderSchedule.dueOn(ladder, climb(due, taken), days, day)) {
                assertThat(rung.scheduledOn()).isEqualTo(day);
                taken.add(new Taken(rung.step().code(), rung.occasion(), day));
            }
        }
        assertThat(taken).hasSize(ladder.steps().size());
    }

    /** Steps of each anchor on days of their own. */
    private static Ladder ladderOf(Random random) {
        List<LadderStep> steps = new ArrayList<>();
        int offset = -10;
        for (int i = 0; i < 6; i++) {
            offset += 1 + random.nextInt(4);
            steps.add(step("d" + i, Anchor.DUE, offset));
        }
        int moved = 0;
        for (int i = 0; i < 3; i++) {
            moved += 1 + random.nextInt(5);
            steps.add(step("m" + i, Anchor.MOVED, moved));
        }
        return ladder(steps.toArray(LadderStep[]::new));
    }

    private static LadderStep step(String code, Anchor anchor, int workingDays) {
        return new LadderStep(
                code,
                anchor,
                workingDays,
                List.of(SupervisionState.ACKNOWLEDGED),
                List.of(Audience.UNIT),
                Colour.BLUE,
                StepKind.REMINDER);
    }

    private static Ladder ladder(LadderStep... steps) {
        return new Ladder("sample", 1, new LocalizedText("演示样本", "sample"), 10, List.of(steps));
    }

    private static Climb climb(LocalDate due, List<Taken> taken) {
        return new Climb(SupervisionState.ACKNOWLEDGED, START, START, 1, due, 1, taken);
    }
}
