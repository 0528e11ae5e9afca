package org.finplan.indicators.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.finplan.indicators.series.PeriodContradiction.Part;
import org.finplan.platform.period.Period;
import org.finplan.platform.period.PeriodType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Longer periods against their parts. Values are written as they are printed. */
class PartsOfPeriodTest {

    @Test
    void aYearIsContradictedByItsQuarters() {
        PeriodContradiction<String> found = only("2024=100", "2024-Q1=20", "2024-Q2=25", "2024-Q3=25", "2024-Q4=25.0");

        assertThat(found.whole().period()).hasToString("2024");
        assertThat(found.sum()).isEqualByComparingTo("95");
        assertThat(found.difference()).isEqualByComparingTo("5");
        assertThat(found.tolerance()).isEqualByComparingTo("2.05");
        assertThat(found.origins())
                .containsExactly("2024=100", "2024-Q1=20", "2024-Q2=25", "2024-Q3=25", "2024-Q4=25.0");
    }

    /** 95 in halves, 100 in quarters: each half is contradicted by its own quarters, and no year was delivered. */
    @Test
    void aHalfIsContradictedByItsQuarters() {
        List<String> found =
                found("2024-S1=45.0", "2024-S2=50.0", "2024-Q1=25.0", "2024-Q2=25.0", "2024-Q3=25.0", "2024-Q4=25.0");

        assertThat(found).containsExactly("2024-S1≠2024-Q1+2024-Q2");
    }

    @ParameterizedTest
    @CsvSource({
        // half a unit of the year and of each half: 1.5 together
        "2024=100 2024-S1=49 2024-S2=50, 0",
        "2024=100 2024-S1=49 2024-S2=49.5, 1",
        "2024=100 2024-S1=49 2024-S2=49, 1",
        "2024=100.0 2024-S1=49.9 2024-S2=50.0, 0",
        "2024=100.0 2024-S1=49.8 2024-S2=50.0, 1",
        "2024=100.00 2024-S1=49.98 2024-S2=50.00, 1",
        // what is not covered completely is not compared
        "2024=100 2024-Q1=1 2024-Q2=1 2024-Q3=1, 0",
        "2024=100 2024-Q1=1 2024-S2=1, 0",
        // losses count like any other value
        "2024=-10 2024-S1=-4 2024-S2=-2, 1",
        "2024=-6 2024-S1=-4 2024-S2=-2, 0",
    })
    void onlyWhatRoundingDoesNotExplainIsAContradiction(String values, int contradictions) {
        assertThat(found(values.split(" "))).hasSize(contradictions);
    }

    @Test
    void partsOfDifferentLengthTakePartTogether() {
        assertThat(found("2024=100", "2024-S1=40", "2024-Q3=20", "2024-10=5", "2024-11=5", "2024-12=5"))
                .containsExactly("2024≠2024-S1+2024-Q3+2024-10+2024-11+2024-12");
        assertThat(found("2024-Q2=30", "2024-04=5", "2024-05=5", "2024-06=5"))
                .containsExactly("2024-Q2≠2024-04+2024-05+2024-06");
    }

    @Test
    void aSumSinceJanuaryIsAWholeAndAPart() {
        assertThat(found("2024-09-YTD=70", "2024-S1=40", "2024-Q3=20")).containsExactly("2024-09-YTD≠2024-S1+2024-Q3");
        assertThat(found("2024=100", "2024-09-YTD=70", "2024-Q4=20")).containsExactly("2024≠2024-09-YTD+2024-Q4");
    }

    @Test
    void betweenTwoSumsSinceJanuaryLiesAPart() {
        PeriodContradiction<String> found = only("2024=100", "2024-09-YTD=70", "2024-Q3=20", "2024-S2=60");

        assertThat(text(found)).isEqualTo("2024-S2≠2024-Q3+(2024-2024-09-YTD)");
        assertThat(found.sum()).isEqualByComparingTo("50");
        assertThat(found.tolerance()).isEqualByComparingTo("2");
        assertThat(found("2024=100", "2024-09-YTD=70", "2024-Q3=20", "2024-S2=50"))
                .isEmpty();
    }

    @Test
    void oneContradictionIsToldForEachWholeAndTheGreatestOfIt() {
        assertThat(found(
                        "2024=100", "2024-S1=45", "2024-S2=50", "2024-Q1=20", "2024-Q2=25", "2024-Q3=20", "2024-Q4=20"))
                .containsExactly("2024-S2≠2024-Q3+2024-Q4", "2024≠2024-S1+2024-Q3+2024-Q4");
    }

    @Test
    void whatConcernsOthersIsNotTold() {
        PartsOfPeriod<String> parts = parts("2024=100", "2024-S1=45", "2024-S2=50", "2024-Q1=30", "2024-Q2=15");

        assertThat(parts.contradictions(Set.of("2024-S2=50")::contains)).hasSize(1);
        assertThat(parts.contradictions(Set.of("2024=100")::contains)).hasSize(1);
        assertThat(parts.contradictions(Set.of("2024-Q1=30")::contains))
                .extracting(PartsOfPeriodTest::text)
                .containsExactly("2024≠2024-Q1+2024-Q2+2024-S2");
        assertThat(parts.contradictions(Set.of("2023=1")::contains)).isEmpty();
    }

    @Property(tries = 300)
    void whatWasOnlyRoundedContradictsNothing(
            @ForAll @Size(12) List<@BigRange(min = "-1000", max = "1000") @Scale(5) BigDecimal> months,
            @ForAll Random random) {
        List<Printed<String>> printed = new ArrayList<>();
        for (Period period : spans(random, 25)) {
            BigDecimal exact = months
                    .subList(period.start().getMonthValue() - 1, period.end().getMonthValue())
                    .stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            printed.add(printed(period, exact.setScale(random.nextInt(4), RoundingMode.HALF_UP)));
        }

        assertThat(new PartsOfPeriod<>(printed).contradictions(any -> true)).isEmpty();
    }

    @Property(tries = 300)
    void ofAllWaysToMakeUpAPeriodTheWorstIsFound(@ForAll Random random, @ForAll @IntRange(min = 1, max = 20) int size) {
        List<Printed<String>> printed = spans(random, size).stream()
                .map(period -> printed(period, BigDecimal.valueOf(random.nextInt(60), random.nextInt(2))))
                .toList();
        String asked = printed.get(random.nextInt(printed.size())).origin();
        PartsOfPeriod<String> parts = new PartsOfPeriod<>(printed);

        for (Printed<String> whole : printed) {
            if (whole.period().start().getDayOfYear() == 1) {
                Optional<BigDecimal> worst = tilings(whole.period().start(), whole, printed).stream()
                        .map(tiling -> new PeriodContradiction<>(whole, tiling))
                        .filter(tiling -> tiling.origins().anyMatch(asked::equals))
                        .map(PeriodContradiction::excess)
                        .filter(excess -> excess.signum() > 0)
                        .max(Comparator.naturalOrder());
                assertThat(parts.contradictions(asked::equals).stream()
                                .filter(found -> found.whole().equals(whole))
                                .map(PeriodContradiction::excess)
                                .findFirst())
                        .isEqualTo(worst);
            }
        }
    }

    /** Every way to go on from a day to the end of a whole, each of them tried. */
    private static List<List<Part<String>>> tilings(
            LocalDate from, Printed<String> whole, List<Printed<String>> printed) {
        if (from.isAfter(whole.period().end())) {
            return List.of(List.of());
        }
        List<List<Part<String>>> tilings = new ArrayList<>();
        for (Printed<String> next : printed) {
            boolean fits = !next.equals(whole)
                    && next.period().start().equals(from)
                    && !next.period().end().isAfter(whole.period().end());
            if (fits) {
                tilings(next.period().end().plusDays(1), whole, printed)
                        .forEach(rest -> tilings.add(Stream.concat(Stream.of(new Part<>(next, null)), rest.stream())
                                .toList()));
            }
        }
        return tilings;
    }

    /** Different spans of whole months of one year. */
    private static List<Period> spans(Random random, int size) {
        return Stream.generate(() -> random.nextInt(12))
                .limit(size)
                .map(first -> new Period(
                        PeriodType.RANGE,
                        YearMonth.of(2024, first + 1).atDay(1),
                        YearMonth.of(2024, first + 1 + random.nextInt(12 - first))
                                .atEndOfMonth()))
                .distinct()
                .toList();
    }

    private static PeriodContradiction<String> only(String... values) {
        List<PeriodContradiction<String>> found = parts(values).contradictions(any -> true);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> found(String... values) {
        return parts(values).contradictions(any -> true).stream()
                .map(PartsOfPeriodTest::text)
                .toList();
    }

    private static PartsOfPeriod<String> parts(String... values) {
        return new PartsOfPeriod<>(Arrays.stream(values)
                .map(text -> text.split("="))
                .map(pair -> printed(Period.parse(pair[0]), new BigDecimal(pair[1])))
                .toList());
    }

    private static Printed<String> printed(Period period, BigDecimal value) {
        return new Printed<>(period, Rounded.asPrinted(value), period + "=" + value.toPlainString());
    }

    private static String text(PeriodContradiction<String> found) {
        return found.whole().period() + "≠"
                + String.join(
                        "+", found.parts().stream().map(PartsOfPeriodTest::text).toList());
    }

    private static String text(Part<String> part) {
        String period = part.value().period().text();
        return part.less() == null ? period : "(" + period + "-" + part.less().period() + ")";
    }
}
