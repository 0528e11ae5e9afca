package org.finplan.indicators.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.finplan.platform.period.Period;
import org.finplan.platform.period.PeriodType;
import org.finplan.platform.plan.Measure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    @Tag("I12")
    void monthsAndQuartersOfAFlowAddUpToTheYear() {
        Series<String> flow = flow("2021-Q1=10", "2021-Q2=20", "2021-07=1", "2021-08=2", "2021-09=3", "2021-Q4=4");

        Computed<String> year = flow.value(Period.parse("2021"));

        assertThat(year.value()).isEqualByComparingTo("40");
        assertThat(year.inputs()).hasSize(6);
        assertThat(text(flow.at(Frequency.HALF))).containsExactly("2021-S1=30", "2021-S2=10");
        assertThat(text(flow.at(Frequency.QUARTER)))
                .containsExactly("2021-Q1=10", "2021-Q2=20", "2021-Q3=6", "2021-Q4=4");
    }

    @Test
    void aMissingPartLeavesTheSumMissingAndIsNamed() {
        Computed<String> year =
                flow("2021-Q1=10", "2021-Q2=20", "2021-07=1", "2021-Q4=4").value(Period.parse("2021"));

        assertThat(year.value()).isNull();
        assertThat(year.gap()).isEqualTo(Computed.Gap.PART_MISSING);
        assertThat(year.missing()).extracting(Period::text).containsExactly("2021-08", "2021-09");
    }

    @Test
    void aMonthAndAQuarterThatEndTogetherHaveOneSumSinceJanuary() {
        Series<String> flow = flow("2021-01=1", "2021-02=2", "2021-03=3", "2021-Q1=6");

        assertThat(text(flow.transform(flow.delivered(), Transform.CUMULATIVE)))
                .containsExactly("2021-01-YTD=1", "2021-02-YTD=3", "2021-03-YTD=6");
    }

    @Test
    void whatAYearLeavesIsThePartThatIsMissing() {
        Series<String> flow = flow("2021=100", "2021-Q1=20", "2021-Q2=25", "2021-Q3=25");

        Computed<String> fourth = flow.value(Period.parse("2021-Q4"));
        assertThat(fourth.value()).isEqualByComparingTo("30");
        assertThat(fourth.inputs()).hasSize(4);
        assertThat(flow.value(Period.parse("2021-S2")).value()).isEqualByComparingTo("55");
        assertThat(flow("2021=100", "2021-Q1=20", "2021-Q2=25")
                        .value(Period.parse("2021-Q4"))
                        .value())
                .isNull();
        assertThat(stock("2021=100", "2021-Q1=20", "2021-Q2=25", "2021-Q3=25")
                        .value(Period.parse("2021-S1"))
                        .value())
                .as("a state is never a difference")
                .isEqualByComparingTo("25");
    }

    @Test
    void nothingBetweenTheFirstAndTheLastPeriodIsLeftOut() {
        Series<String> flow = flow("2023-02-YTD=2", "2023-06-YTD=8");

        assertThat(flow.at(Frequency.MONTH))
                .extracting(month -> month.period().text())
                .containsExactly("2023-01", "2023-02", "2023-03", "2023-04", "2023-05", "2023-06");
        assertThat(flow.at(Frequency.MONTH))
                .allSatisfy(month -> assertThat(month.missing()).isNotEmpty());
        assertThat(text(flow("2021-06-YTD=70", "2021-09-YTD=90").at(Frequency.QUARTER)))
                .contains("2021-Q3=20");
    }

    @Test
    void aStateAtTheEndOfAMonthIsThatOfTheMonthHoweverItIsWritten() {
        for (String[] pair : new String[][] {
            {"2020-02-29=10", "2021-02-28=11"}, {"2020-02=10", "2021-02-28=11"}, {"2020-02-29=10", "2021-02=11"}
        }) {
            Series<String> loans = stock(pair);
            List<Computed<String>> growth = loans.transform(loans.delivered(), Transform.YOY);
            assertThat(growth.get(1).value()).as(pair[1]).isEqualByComparingTo("10");
        }
    }

    @Test
    void sumsSinceJanuaryGiveTheirMonthsByDifference() {
        Series<String> flow = flow("2021-03-YTD=30", "2021-06-YTD=70", "2021-07-YTD=80");

        assertThat(text(flow.at(Frequency.QUARTER))).contains("2021-Q1=30", "2021-Q2=40");
        assertThat(flow.value(Period.parse("2021-07")).value()).isEqualByComparingTo("10");
        assertThat(flow.value(Period.parse("2021-08")).value()).isNull();
        assertThat(flow("2021-12-YTD=100").value(Period.parse("2021")).value()).isEqualByComparingTo("100");
    }

    @Test
    @Tag("I12")
    void aStateIsItsValueAtTheEndAndNeverASum() {
        Series<String> stock = stock("2021-03-31=10", "2021-06=20", "2021-12-31=40");

        assertThat(text(stock.at(Frequency.YEAR))).containsExactly("2021=40");
        assertThat(text(stock.at(Frequency.QUARTER))).containsExactly("2021-Q1=10", "2021-Q2=20", "2021-Q4=40");
        assertThat(stock.value(Period.parse("2022")).value()).isNull();
    }

    @Test
    @Tag("I15")
    void growthIsOnTheSameMonthOfTheYearBefore() {
        Series<String> loans = stock("2019-12-31=154.37", "2020-06-30=180", "2020-12-31=205.16");

        List<Computed<String>> growth = loans.transform(loans.delivered(), Transform.YOY);

        assertThat(growth.get(0).gap()).isEqualTo(Computed.Gap.BASE_MISSING);
        assertThat(growth.get(1).missing()).extracting(Period::text).containsExactly("2019-06-30");
        assertThat(growth.get(2).value().setScale(2, RoundingMode.HALF_UP)).isEqualTo("32.90");
        assertThat(growth.get(2).inputs()).hasSize(2);
    }

    @Test
    void growthOnZeroOrBelowSaysNothing() {
        Series<String> profit = flow("2020=-5", "2021=10", "2022=0", "2023=3");

        List<Computed<String>> growth = profit.transform(profit.delivered(), Transform.YOY);

        assertThat(growth.get(1).gap()).isEqualTo(Computed.Gap.BASE_NOT_POSITIVE);
        assertThat(growth.get(2).value()).isEqualByComparingTo("-100");
        assertThat(growth.get(3).gap()).isEqualTo(Computed.Gap.BASE_NOT_POSITIVE);
        assertThat(text(profit.transform(profit.delivered(), Transform.CHANGE)))
                .containsExactly("2020=null", "2021=15", "2022=-10", "2023=3");
    }

    @Test
    void theSumSinceJanuaryTakesTheLongestParts() {
        Series<String> flow = flow("2021-S1=60", "2021-Q3=10", "2021-10=1", "2021-11=2");

        Computed<String> sum = flow.transform(
                        List.of(Computed.value(Period.parse("2021-11"), BigDecimal.ONE, List.of())),
                        Transform.CUMULATIVE)
                .get(0);

        assertThat(sum.period().text()).isEqualTo("2021-11-YTD");
        assertThat(sum.value()).isEqualByComparingTo("73");
        assertThat(flow.value(Period.parse("2021-12-YTD")).missing())
                .extracting(Period::text)
                .containsExactly("2021-12");
    }

    @Property
    void additionIsAssociative(
            @ForAll @Size(12) List<@IntRange(min = -1_000_000, max = 1_000_000) Integer> months,
            @ForAll Random random) {
        List<Known<String>> values = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        List<Period> parts = Period.ofYear(2021).parts(PeriodType.MONTH);
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal value = BigDecimal.valueOf(months.get(i), 3);
            values.add(new Known<>(parts.get(i), value, "m" + i));
            sum = sum.add(value);
        }
        Collections.shuffle(values, random);
        Series<String> byMonths = new Series<>(false, values);
        Series<String> byQuarters = new Series<>(false, known(byMonths.at(Frequency.QUARTER)));
        Series<String> byHalves = new Series<>(false, known(byQuarters.at(Frequency.HALF)));

        for (Series<String> series : List.of(byMonths, byQuarters, byHalves)) {
            assertThat(series.at(Frequency.YEAR)).hasSize(1);
            assertThat(series.value(Period.ofYear(2021)).value()).isEqualByComparingTo(sum);
        }
    }

    @Property
    void differencesOfSumsSinceJanuaryGiveTheMonthsBack(
            @ForAll @Size(12) List<@IntRange(min = -1_000, max = 1_000) Integer> months) {
        List<Period> parts = Period.ofYear(2021).parts(PeriodType.MONTH);
        List<Known<String>> values = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            values.add(new Known<>(parts.get(i), BigDecimal.valueOf(months.get(i)), "m"));
        }
        Series<String> byMonths = new Series<>(false, values);
        Series<String> sums =
                new Series<>(false, known(byMonths.transform(byMonths.delivered(), Transform.CUMULATIVE)));

        for (int i = 0; i < parts.size(); i++) {
            assertThat(sums.value(parts.get(i)).value()).isEqualByComparingTo(BigDecimal.valueOf(months.get(i)));
        }
    }

    @Test
    void eachMeasureHasItsOwnRule() {
        assertThat(Rules.of(Measure.FLOW, false).transforms()).containsExactly(Transform.values());
        assertThat(Rules.of(Measure.STOCK, true).transforms()).doesNotContain(Transform.CUMULATIVE);
        assertThat(Rules.of(Measure.COUNT, true).transforms()).doesNotContain(Transform.CUMULATIVE);
        assertThat(Rules.of(Measure.RATIO, true).transforms()).containsExactly(Transform.CHANGE);
        assertThat(Rules.of(Measure.RATIO, false).frequencies()).isEmpty();
        assertThat(Rules.of(null, false).frequencies()).isEmpty();
        assertThat(Rules.nothing().transforms()).isEmpty();
    }

    private static List<Known<String>> known(List<Computed<String>> computed) {
        return computed.stream()
                .map(value -> new Known<>(value.period(), value.value(), "computed"))
                .toList();
    }

    private static List<String> text(List<Computed<String>> computed) {
        return computed.stream()
                .map(value -> value.period().text() + "=" + value.value())
                .toList();
    }

    private static Series<String> flow(String... values) {
        return new Series<>(false, parse(values));
    }

    private static Series<String> stock(String... values) {
        return new Series<>(true, parse(values));
    }

    private static List<Known<String>> parse(String... values) {
        return Arrays.stream(values)
                .map(text -> text.split("="))
                .map(parts -> new Known<>(Period.parse(parts[0]), new BigDecimal(parts[1]), parts[0]))
                .toList();
    }
}
