package org.finplan.indicators.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.workday.WorkingDays;
import org.junit.jupiter.api.Test;

/** By which day a figure is due. */
class DueRulesTest {

    private static final WorkingDays CALENDAR = PlanPackages.register(List.of()).workingDays("441200");

    @Test
    void aSeriesMayHaveAFrequencyAndADelayOfItsOwn() {
        DueRules rules = new DueRules(new DueConfig() {
            @Override
            public String frequency() {
                return "year";
            }

            @Override
            public Duration delay() {
                return Duration.ofDays(90);
            }

            @Override
            public Map<String, String> frequencies() {
                return Map.of("npl-ratio", "quarter");
            }

            @Override
            public Map<String, Duration> delays() {
                return Map.of("npl-ratio", Duration.ofDays(20));
            }
        });
        Period span = Period.parse("2021/2025");

        assertThat(rules.due("npl-ratio", span, LocalDate.of(2021, 7, 20), CALENDAR)
                        .keySet())
                .extracting(Period::text)
                .containsExactly("2021-Q1", "2021-Q2");
        assertThat(rules.due("green-credit", span, LocalDate.of(2022, 3, 30), CALENDAR))
                .isEmpty();
        assertThat(rules.due("green-credit", span, LocalDate.of(2022, 3, 31), CALENDAR))
                .containsOnlyKeys(Period.ofYear(2021));
    }

    /** The National Day of 2026 is celebrated until the 7th of October, a Wednesday. */
    @Test
    void aDayOffMovesToTheNextWorkingDayAndAYearWithoutANoticeIsProvisional() {
        assertThat(DueDay.of(LocalDate.of(2026, 10, 1), CALENDAR))
                .isEqualTo(new DueDay(LocalDate.of(2026, 10, 8), false));
        assertThat(DueDay.of(LocalDate.of(2026, 9, 30), CALENDAR))
                .isEqualTo(new DueDay(LocalDate.of(2026, 9, 30), false));
        assertThat(DueDay.of(LocalDate.of(2031, 3, 29), CALENDAR))
                .isEqualTo(new DueDay(LocalDate.of(2031, 3, 31), true));
    }

    @Property
    void theLastDayIsWorkedAndNoWorkingDayIsSkipped(@ForAll @IntRange(max = 4000) int days) {
        LocalDate set = LocalDate.of(2022, 1, 1).plusDays(days);
        DueDay due = DueDay.of(set, CALENDAR);
        assertThat(due.day()).isAfterOrEqualTo(set);
        assertThat(CALENDAR.isWorked(due.day())).isTrue();
        assertThat(set.datesUntil(due.day()).noneMatch(CALENDAR::isWorked)).isTrue();
        assertThat(due.isDue(due.day())).isTrue();
        assertThat(due.isOver(due.day())).isFalse();
        assertThat(due.isOver(due.day().plusDays(1))).isTrue();
    }
}
