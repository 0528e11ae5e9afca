package org.finplan.tasks.milestone.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.workday.WorkingDays;
import org.finplan.tasks.supervision.RandomCalendars;

/** Schedules by the notice of 2026, and by milestones and calendars of chance. */
class ScheduleTest {

    private static final WorkingDays ZHAOQING = PlanPackages.register(List.of()).workingDays("441200");
    private static final LocalDate START = LocalDate.of(RandomCalendars.FIRST_YEAR, 1, 1);

    @Example
    void withoutMilestonesOnlyTheDeadlineCounts() {
        Schedule none = at("2026-03-16", List.of(), null, false);
        assertThat(none.basis()).isEqualTo(Basis.NONE);
        assertThat(none.share(none.planned())).isEmpty();
        assertThat(none.behind()).isFalse();
        Schedule overdue = at("2026-03-16", List.of(), LocalDate.of(2026, 3, 13), false);
        assertThat(overdue.behind()).isTrue();
        assertThat(overdue.overdueBy()).isEqualTo(1);
        assertThat(at("2026-03-16", List.of(), LocalDate.of(2026, 3, 13), true).behind())
                .isFalse();
    }

    @Example
    void whatWasPlannedForAFridayIsLateOnMonday() {
        List<Step> friday = List.of(step("2026-03-13", null, null));
        assertThat(at("2026-03-13", friday, null, false).behind()).isFalse();
        assertThat(at("2026-03-15", friday, null, false).behind()).isFalse();
        Schedule monday = at("2026-03-16", friday, null, false);
        assertThat(monday.behind()).isTrue();
        assertThat(monday.workingDaysLate()).isEqualTo(1);
        // Spring Festival: off from 15 to 23 February, 14 and 28 February are worked.
        List<Step> beforeTheFestival = List.of(step("2026-02-13", null, null));
        assertThat(at("2026-02-14", beforeTheFestival, null, false).workingDaysLate())
                .isEqualTo(1);
        assertThat(at("2026-02-24", beforeTheFestival, null, false).workingDaysLate())
                .isEqualTo(2);
    }

    @Example
    void sharesAreThoseOfTheWeightsWhenAllHaveOne() {
        List<Step> weighed = List.of(step("2026-01-09", "2026-01-09", "2"), step("2026-02-09", null, "1"));
        Schedule schedule = at("2026-02-10", weighed, null, false);
        assertThat(schedule.basis()).isEqualTo(Basis.WEIGHTS);
        assertThat(schedule.planned()).isEqualByComparingTo("3");
        assertThat(schedule.achieved()).isEqualByComparingTo("2");
        assertThat(schedule.share(schedule.achieved())).contains(new BigDecimal("0.6667"));
        assertThat(schedule.late()).extracting(Schedule.LateStep::workingDays).containsExactly(1);
        List<Step> mixed = List.of(step("2026-01-09", "2026-01-09", "2"), step("2026-02-09", null, null));
        Schedule counted = at("2026-02-10", mixed, null, false);
        assertThat(counted.basis()).isEqualTo(Basis.COUNTS);
        assertThat(counted.share(counted.achieved())).contains(new BigDecimal("0.5000"));
    }

    @Example
    void milestonesBehindADeadlineThatWasMovedAreNamed() {
        Step early = step("2026-03-10", null, null);
        Step behind = step("2026-03-20", null, null);
        Schedule schedule = at("2026-03-01", List.of(behind, early), LocalDate.of(2026, 3, 13), false);
        assertThat(schedule.afterDue()).containsExactly(behind);
        assertThat(schedule.behind()).isFalse();
    }

    @Example
    void aYearWithoutANoticeIsProvisional() {
        assertThat(at("2027-01-08", List.of(step("2026-12-31", null, null)), null, false)
                        .provisional())
                .isTrue();
        assertThat(at("2026-03-16", List.of(step("2026-03-13", null, null)), null, false)
                        .provisional())
                .isFalse();
    }

    @Example
    void oneTaskWaitsForTheOther() {
        List<Step> before = List.of(step("2026-03-06", null, null), step("2026-03-13", null, null));
        Schedule standing = at("2026-03-09", before, null, false);
        Precedence means = Precedence.of(before, null, standing, 2, LocalDate.of(2026, 3, 17), ZHAOQING);
        assertThat(means.plannedEnd()).isEqualTo("2026-03-13");
        assertThat(means.earliestStart()).as("Monday and Tuesday lie between").isEqualTo("2026-03-18");
        assertThat(means.startsTooEarly()).isTrue();
        assertThat(means.late()).isTrue();
        assertThat(means.workingDaysLate()).isEqualTo(1);
        Precedence unknown =
                Precedence.of(List.of(), null, at("2026-03-09", List.of(), null, false), 0, null, ZHAOQING);
        assertThat(unknown.plannedEnd()).isNull();
        assertThat(unknown.startsTooEarly()).isNull();
        assertThat(Precedence.of(List.of(), LocalDate.of(2026, 3, 12), standing, 0, null, ZHAOQING)
                        .earliestStart())
                .as("the deadline, where there are no milestones")
                .isEqualTo("2026-03-13");
    }

    @Property
    void sharesAreWithinZeroAndOneAndGrowWithTheDays(@ForAll long seed, @ForAll @IntRange(max = 400) int day) {
        List<Step> steps = steps(seed);
        Schedule earlier = chance(seed, steps, day);
        Schedule later = chance(seed, steps, day + 7);
        for (Schedule one : List.of(earlier, later)) {
            assertThat(one.planned()).isBetween(BigDecimal.ZERO, one.total());
            assertThat(one.achieved()).isBetween(BigDecimal.ZERO, one.total());
            one.share(one.planned()).ifPresent(share -> assertThat(share).isBetween(BigDecimal.ZERO, BigDecimal.ONE));
        }
        assertThat(later.planned()).isGreaterThanOrEqualTo(earlier.planned());
        assertThat(later.achieved()).isGreaterThanOrEqualTo(earlier.achieved());
    }

    /** What nobody achieves does not become less late. */
    @Property
    void latenessGrowsWithTheDays(@ForAll long seed, @ForAll @IntRange(max = 400) int day) {
        List<Step> open = steps(seed).stream()
                .map(step -> new Step(step.id(), step.title(), step.start(), step.planned(), null, step.weight()))
                .toList();
        Schedule earlier = chance(seed, open, day);
        Schedule later = chance(seed, open, day + 1);
        assertThat(later.workingDaysLate()).isGreaterThanOrEqualTo(earlier.workingDaysLate());
        assertThat(later.late()).hasSizeGreaterThanOrEqualTo(earlier.late().size());
        assertThat(!earlier.behind() || later.behind()).isTrue();
    }

    @Property
    void neitherOrderNorNamesMatter(@ForAll long seed, @ForAll @IntRange(max = 400) int day) {
        List<Step> steps = steps(seed);
        List<Step> others = new ArrayList<>(steps.stream()
                .map(step -> new Step(
                        UUID.randomUUID(),
                        new LocalizedText("另", "another"),
                        step.start(),
                        step.planned(),
                        step.achieved(),
                        step.weight()))
                .toList());
        Collections.shuffle(others, new Random(seed));
        Schedule one = chance(seed, steps, day);
        Schedule other = chance(seed, others, day);
        assertThat(other.basis()).isEqualTo(one.basis());
        assertThat(other.planned()).isEqualByComparingTo(one.planned());
        assertThat(other.achieved()).isEqualByComparingTo(one.achieved());
        assertThat(other.late())
                .extracting(Schedule.LateStep::workingDays)
                .containsExactlyElementsOf(
                        one.late().stream().map(Schedule.LateStep::workingDays).toList());
    }

    /** What a list asks of the database: a comparison with one day, whatever the calendar. */
    @Property
    void lateIsWhatWasPlannedBeforeTheThreshold(
            @ForAll long seed, @ForAll @IntRange(max = 400) int day, @ForAll @IntRange(max = 430) int planned) {
        Lateness lateness = new Lateness(RandomCalendars.calendar(seed), START.plusDays(day));
        LocalDate of = START.plusDays(planned);
        assertThat(lateness.of(of) > 0).isEqualTo(of.isBefore(lateness.threshold()));
    }

    private static Schedule at(String day, List<Step> steps, LocalDate due, boolean done) {
        return Schedule.of(steps, due, done, new Lateness(ZHAOQING, LocalDate.parse(day)));
    }

    private static Schedule chance(long seed, List<Step> steps, int day) {
        LocalDate due = seed % 3 == 0 ? START.plusDays(200) : null;
        return Schedule.of(steps, due, false, new Lateness(RandomCalendars.calendar(seed), START.plusDays(day)));
    }

    private static List<Step> steps(long seed) {
        Random random = new Random(seed);
        boolean weighed = random.nextBoolean();
        List<Step> steps = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            LocalDate planned = START.plusDays(random.nextInt(400));
            LocalDate achieved = random.nextBoolean() ? null : planned.plusDays(random.nextInt(60) - 20);
            BigDecimal weight = weighed ? BigDecimal.valueOf(1 + random.nextInt(900), 2) : null;
            steps.add(new Step(new UUID(seed, i), new LocalizedText("样", "sample"), null, planned, achieved, weight));
        }
        return steps;
    }

    private static Step step(String planned, String achieved, String weight) {
        return new Step(
                UUID.randomUUID(),
                new LocalizedText("演示样本", "sample"),
                null,
                LocalDate.parse(planned),
                achieved == null ? null : LocalDate.parse(achieved),
                weight == null ? null : new BigDecimal(weight));
    }
}
