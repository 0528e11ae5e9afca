package org.finplan.platform.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.finplan.platform.workday.HolidayNotice.Holiday;
import org.junit.jupiter.api.Test;

/** Working days, by the notice of 2026 and as laws over all days. */
class WorkingDaysTest {

    private static final HolidayNotice OF_2026 = new HolidayNotice(
            2026,
            "国办发明电〔2025〕7号",
            LocalDate.parse("2025-11-04"),
            List.of(
                    off("2026-01-01", "2026-01-03"),
                    off("2026-02-15", "2026-02-23"),
                    off("2026-04-04", "2026-04-06"),
                    off("2026-05-01", "2026-05-05"),
                    off("2026-06-19", "2026-06-21"),
                    off("2026-09-25", "2026-09-27"),
                    off("2026-10-01", "2026-10-07")),
            worked(
                    LocalDate.parse("2026-01-04"),
                    LocalDate.parse("2026-02-14"),
                    LocalDate.parse("2026-02-28"),
                    LocalDate.parse("2026-05-09"),
                    LocalDate.parse("2026-09-20"),
                    LocalDate.parse("2026-10-10")));
    private static final WorkingDays DAYS = new WorkingDays(List.of(OF_2026));

    private static Holiday off(String from, String until) {
        return new Holiday(LocalDate.parse(from), LocalDate.parse(until), "假日", "Holiday");
    }

    private static SortedSet<LocalDate> worked(LocalDate... days) {
        return new TreeSet<>(List.of(days));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    /** Counted from the notice by hand: 261 days of Monday to Friday, 19 of them off, 6 of weekends worked. */
    @Test
    void theYear2026Has248() {
        assertThat(DAYS.count(day("2026-01-01"), day("2026-12-31"))).isEqualTo(248);
    }

    @Test
    void aHolidayIsOffAndAMakeUpDayIsWorked() {
        assertThat(DAYS.isWorked(day("2026-02-16"))).isFalse();
        assertThat(DAYS.isWorked(day("2026-02-14"))).isTrue();
        assertThat(DAYS.isWorked(day("2026-02-28"))).isTrue();
        assertThat(DAYS.isWorked(day("2026-03-01"))).isFalse();
        assertThat(DAYS.holiday(day("2026-02-16"))).map(Holiday::nameEn).hasValue("Holiday");
        assertThat(DAYS.holiday(day("2026-02-14"))).isEmpty();
    }

    @Test
    void stepsLeapOverTheSpringFestivalAndStopAtMakeUpDays() {
        assertThat(DAYS.add(day("2026-02-13"), 1)).isEqualTo(day("2026-02-14"));
        assertThat(DAYS.add(day("2026-02-14"), 1)).isEqualTo(day("2026-02-24"));
        assertThat(DAYS.add(day("2026-02-24"), -2)).isEqualTo(day("2026-02-13"));
        assertThat(DAYS.add(day("2026-02-17"), 0)).isEqualTo(day("2026-02-24"));
        assertThat(DAYS.add(day("2026-02-24"), 0)).isEqualTo(day("2026-02-24"));
    }

    @Test
    void aYearWithoutANoticeKnowsWeekendsOnlyAndSaysSo() {
        assertThat(DAYS.isProvisional(day("2026-12-31"))).isFalse();
        assertThat(DAYS.isProvisional(day("2027-01-01"))).isTrue();
        assertThat(DAYS.isWorked(day("2027-01-01"))).isTrue();
    }

    @Test
    void ofTwoNoticesOfAYearTheLaterCounts() {
        HolidayNotice later = new HolidayNotice(2026, "later", day("2026-08-01"), List.of(), worked());
        assertThat(new WorkingDays(List.of(later, OF_2026)).isWorked(day("2026-10-02")))
                .isTrue();
        assertThat(new WorkingDays(List.of(OF_2026, later)).isWorked(day("2026-10-02")))
                .isTrue();
    }

    @Test
    void aNoticeThatContradictsItselfIsNone() {
        List<Holiday> newYear = List.of(off("2026-01-01", "2026-01-03"));
        assertThat(HolidayNotice.contradiction(2026, newYear, Set.of(day("2026-01-03"))))
                .hasValue(day("2026-01-03"));
        assertThat(HolidayNotice.contradiction(2026, newYear, Set.of(day("2026-01-05"))))
                .hasValue(day("2026-01-05"));
        assertThat(HolidayNotice.contradiction(2025, newYear, Set.of())).hasValue(day("2026-01-01"));
        assertThat(HolidayNotice.contradiction(2026, List.of(newYear.get(0), newYear.get(0)), Set.of()))
                .hasValue(day("2026-01-01"));
        assertThatThrownBy(() -> new HolidayNotice(2025, "n", day("2025-01-01"), newYear, worked()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void countingAgreesWithAskingEachDay(
            @ForAll @IntRange(max = 900) int start, @ForAll @IntRange(max = 800) int length) {
        LocalDate from = day("2025-06-01").plusDays(start);
        LocalDate until = from.plusDays(length);
        long asked = from.datesUntil(until.plusDays(1)).filter(DAYS::isWorked).count();
        assertThat(DAYS.count(from, until)).isEqualTo((int) asked);
    }

    @Property
    void aStepEndsOnAWorkingDayAndIsAsLongAsItSays(
            @ForAll @IntRange(max = 900) int start, @ForAll @IntRange(min = -300, max = 300) int steps) {
        LocalDate from = day("2025-06-01").plusDays(start);
        LocalDate to = DAYS.add(from, steps);
        assertThat(DAYS.isWorked(to)).isTrue();
        if (steps > 0) {
            assertThat(DAYS.count(from.plusDays(1), to)).isEqualTo(steps);
        } else if (steps < 0) {
            assertThat(DAYS.count(to, from.minusDays(1))).isEqualTo(-steps);
        }
    }
}
