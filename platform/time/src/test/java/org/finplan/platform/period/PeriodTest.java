package org.finplan.platform.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2025,YEAR,2025-01-01,2025-12-31",
        "2025-S1,HALF,2025-01-01,2025-06-30",
        "2025-S2,HALF,2025-07-01,2025-12-31",
        "2025-Q1,QUARTER,2025-01-01,2025-03-31",
        "2025-Q3,QUARTER,2025-07-01,2025-09-30",
        "2025-Q4,QUARTER,2025-10-01,2025-12-31",
        "2024-02,MONTH,2024-02-01,2024-02-29",
        "2025-09-YTD,YEAR_TO_DATE,2025-01-01,2025-09-30",
        "2025-09-30,DAY,2025-09-30,2025-09-30",
        "2016/2020,RANGE,2016-01-01,2020-12-31",
        "2017-09/2020-12,RANGE,2017-09-01,2020-12-31",
        "2017-09-05/2017-09-06,RANGE,2017-09-05,2017-09-06",
    })
    void everyNotationIsReadAndWrittenBack(String text, PeriodType type, LocalDate start, LocalDate end) {
        Period period = Period.parse(text);

        assertThat(period).isEqualTo(new Period(type, start, end));
        assertThat(period.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "25",
                "2025-",
                "2025-13",
                "2025-00",
                "2025-Q5",
                "2025-Q0",
                "2025-S3",
                "2025-9",
                "2025-02-30",
                "2025-09-ytd",
                "2020/2016",
                "2020/2020",
                "2020/2021-03",
                "2025-Q1/2025-Q3",
                "0999",
                "2300",
                "PLAN",
                "2025-09-30T00:00:00Z",
                "２０２５",
                "2025-Q3 "
            })
    void whatIsNoPeriodIsRefused(String text) {
        assertThat(Period.find(text)).isEmpty();
    }

    @Test
    void everyDayMonthAndYearOfTwoCenturiesGoesRoundTrip() {
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2200; day = day.plusDays(1)) {
            Period period = Period.ofDay(day);
            assertThat(Period.parse(period.text())).isEqualTo(period);
        }
        for (YearMonth month = YearMonth.of(1900, 1); month.getYear() < 2200; month = month.plusMonths(1)) {
            Period period = Period.ofMonth(month);
            assertThat(Period.parse(period.text())).isEqualTo(period);
            Period yearToDate = Period.parse(month + "-YTD");
            assertThat(yearToDate.text()).isEqualTo(month + "-YTD");
            assertThat(yearToDate.isWholeYear()).isEqualTo(month.getMonthValue() == 12);
        }
    }

    @Property
    void partsMakeUpTheWholeWithoutGapAndLeadBack(
            @ForAll @IntRange(min = 1901, max = 2199) int year, @ForAll("calendar") PeriodType part) {
        Period whole = Period.ofYear(year);

        List<Period> parts = whole.parts(part);

        assertThat(parts.get(0).start()).isEqualTo(whole.start());
        assertThat(parts.get(parts.size() - 1).end()).isEqualTo(whole.end());
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).start()).isEqualTo(parts.get(i - 1).end().plusDays(1));
        }
        assertThat(parts).allSatisfy(one -> {
            assertThat(Period.containing(part, one.end())).isEqualTo(one);
            assertThat(Period.parse(one.text())).isEqualTo(one);
            assertThat(Period.containing(PeriodType.YEAR, one.start())).isEqualTo(whole);
        });
    }

    @Property
    void aYearBeforeIsTheSamePartOfTheYearBefore(
            @ForAll @IntRange(min = 1901, max = 2199) int year, @ForAll("calendar") PeriodType part) {
        List<Period> before = Period.ofYear(year - 1).parts(part);
        for (Period period : Period.ofYear(year).parts(part)) {
            assertThat(before).contains(period.yearBefore());
            assertThat(Period.parse(period.yearBefore().text())).isEqualTo(period.yearBefore());
        }
    }

    @Provide
    Arbitrary<PeriodType> calendar() {
        return Arbitraries.of(PeriodType.YEAR, PeriodType.HALF, PeriodType.QUARTER, PeriodType.MONTH, PeriodType.DAY);
    }

    @Test
    void whatIsNotMadeUpOfSuchPartsHasNone() {
        assertThat(Period.parse("2025-Q1").parts(PeriodType.HALF)).isEmpty();
        assertThat(Period.parse("2025-09-30").parts(PeriodType.MONTH)).isEmpty();
        assertThat(Period.parse("2017-09/2020-12").parts(PeriodType.YEAR)).isEmpty();
        assertThat(Period.parse("2025-09-YTD").parts(PeriodType.QUARTER)).hasSize(3);
        assertThat(Period.parse("2021/2025").parts(PeriodType.YEAR)).hasSize(5);
        assertThat(Period.parse("2024-02-29").yearBefore().text()).isEqualTo("2023-02-28");
        assertThat(Period.parse("2025-02-YTD").yearBefore().text()).isEqualTo("2024-02-YTD");
        assertThat(Period.parse("2025-02").yearBefore().text()).isEqualTo("2024-02");
    }

    @Test
    void periodsThatEndTogetherComeShortestFirst() {
        assertThat(Period.parse("2025-12")).isLessThan(Period.parse("2025-Q4"));
        assertThat(Period.parse("2025-Q4")).isLessThan(Period.parse("2025"));
        assertThat(Period.parse("2025")).isLessThan(Period.parse("2021/2025"));
        assertThat(Period.parse("2024")).isLessThan(Period.parse("2025-01-01"));
    }
}
