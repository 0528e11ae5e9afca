package org.finplan.indicators.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.finplan.indicators.attainment.JudgementInput.Goal;
import org.finplan.indicators.target.PathShape;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Direction;
import org.finplan.platform.plan.GrowthKind;
import org.finplan.platform.plan.GrowthRule;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.Measure;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttainmentMethodTest {

    private static final LocalDate START = LocalDate.of(2020, 12, 31);
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final PlanPackage PLAN = PlanPackages.bundled("zq-fin-14fyp");

    @ParameterizedTest
    @CsvSource({
        "financial-value-added,2021,122.5,AHEAD",
        "financial-value-added,2021,121.2,ON_COURSE",
        "financial-value-added,2021,117,BEHIND",
        "financial-value-added,2021,111,OFF_COURSE",
        "financial-value-added,2021,105,OFF_COURSE",
        "financial-value-added,2023,181,ACHIEVED",
        "financial-value-added,2025,180,ACHIEVED",
        "financial-value-added,2025,179.99,BEHIND",
        "financial-value-added,2025,150,OFF_COURSE",
        "green-credit,2025,459,ACHIEVED",
    })
    void aValueIsJudgedByHowFarItHasComeOnTheWay(String code, String year, String value, AttainmentState state) {
        assertThat(judge(code, year, value, null).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"2021,89", "2021,90", "2022,91", "2022,93", "2023,93", "2023,96", "2024,95", "2024,99"})
    @Tag("I06")
    void aRiseOfTwoOrThreeInstitutionsAYearIsOnCourse(String year, String value) {
        assertThat(judge("financial-institutions", year, value, null).state()).isEqualTo(AttainmentState.ON_COURSE);
    }

    @Test
    @Tag("I06")
    void theCheckOf2025Uses100() {
        assertThat(judge("financial-institutions", "2025", "97", null).state()).isEqualTo(AttainmentState.BEHIND);
        assertThat(judge("financial-institutions", "2025", "100", null).state()).isEqualTo(AttainmentState.ACHIEVED);
    }

    @Test
    @Tag("I09")
    void theBadLoanRatioIsHeldAgainstTheProvinceOfTheSamePeriod() {
        Judgement met = judge("npl-ratio", "2020", "0.94", "1.00");
        assertThat(met.state()).isEqualTo(AttainmentState.ACHIEVED);
        assertThat(met.gap()).isEqualByComparingTo("-0.06");
        assertThat(judge("npl-ratio", "2020", "1.00", "1.00").state()).isEqualTo(AttainmentState.OFF_COURSE);

        Judgement without = judge("npl-ratio", "2020", "0.94", null);
        assertThat(without.state()).isEqualTo(AttainmentState.NOT_ASSESSABLE);
        assertThat(without.reason()).isEqualTo(Reason.NO_BENCHMARK);
        assertThat(judge("npl-ratio", "2020", null, "1.00").state()).isEqualTo(AttainmentState.NO_DATA);
    }

    /** A floor that the plan prints no value for: met, not met, and not assessable while nobody says the floor. */
    @Test
    @Tag("I27")
    void aFloorWithoutAPrintedValueIsMetNotMetOrNotAssessable() {
        assertThat(floor("10.5", "10.5").state()).isEqualTo(AttainmentState.ACHIEVED);
        assertThat(floor("12", "10.5").state()).isEqualTo(AttainmentState.ACHIEVED);
        assertThat(floor("10.4", "10.5").state()).isEqualTo(AttainmentState.OFF_COURSE);
        assertThat(floor("12", null).state()).isEqualTo(AttainmentState.NOT_ASSESSABLE);
        assertThat(floor("12", null).reason()).isEqualTo(Reason.NO_BENCHMARK);
    }

    private static Judgement floor(String actual, String benchmark) {
        Goal goal = new Goal(
                TargetComparator.GE_BENCHMARK,
                null,
                null,
                Period.ofYear(2025).end(),
                null,
                new TargetKind.Benchmarked());
        return AttainmentMethod.judge(new JudgementInput(
                Measure.RATIO,
                true,
                Direction.HIGHER,
                goal,
                null,
                Period.ofYear(2025),
                new BigDecimal(actual),
                benchmark == null ? null : new BigDecimal(benchmark),
                List.of()));
    }

    @Test
    @Tag("I16")
    void greenCreditOf2025IsAchievedWithItsGap() {
        Judgement judgement = judge("green-credit", "2025", "459", null);

        assertThat(judgement.state()).isEqualTo(AttainmentState.ACHIEVED);
        assertThat(judgement.expected()).isEqualByComparingTo("351");
        assertThat(judgement.gap()).isEqualByComparingTo("108");
        assertThat(judgement.ratio()).isEqualByComparingTo("1.5143");
        assertThat(judgement.required()).isNull();
    }

    @Test
    @Tag("I30")
    void everyYearHasItsPathValueGapAndState() {
        for (int year = 2021; year <= 2025; year++) {
            Judgement judgement = judge("deposits-balance", String.valueOf(year), "3000", null);
            assertThat(judgement.expected()).isNotNull();
            assertThat(judgement.gap()).isEqualTo(new BigDecimal("3000").subtract(judgement.expected()));
            assertThat(judgement.state()).isIn(AttainmentState.OFF_COURSE, AttainmentState.BEHIND);
        }
    }

    @Test
    void theBaselineIsWhereThePathStarts() {
        Judgement judgement = judge("deposits-balance", "2020", "2893.07", null);

        assertThat(judgement.state()).isEqualTo(AttainmentState.NOT_ASSESSABLE);
        assertThat(judgement.reason()).isEqualTo(Reason.BASELINE_PERIOD);
        assertThat(judgement.gap()).isZero();
        assertThat(judgement.required()).isEqualByComparingTo("11.0000");
    }

    @Test
    void theGrowthNeededForTheRestIsPercentForAmountsAndStepsForCounts() {
        assertThat(judge("green-credit", "2023", "200", null).required()).isEqualByComparingTo("32.4764");
        assertThat(judge("financial-institutions", "2023", "95", null).required())
                .isEqualByComparingTo("2.5");
    }

    @Test
    void stocksHaveAPlaceOnThePathEveryDayFlowsOnlyByWholeYears() {
        assertThat(judge("loans-balance", "2024-01", "3276.8", null).state()).isEqualTo(AttainmentState.BEHIND);
        assertThat(judge("premium-income", "2023-06-YTD", "50", null).reason()).isEqualTo(Reason.PERIOD_NOT_COMPARABLE);
        assertThat(judge("premium-income", "2023-12-YTD", "50", null).state()).isEqualTo(AttainmentState.OFF_COURSE);
    }

    @Test
    void withoutDataOrTargetThereIsNoJudgementButAReason() {
        Judgement empty = judge("loans-balance", "2022", null, null);
        assertThat(empty.state()).isEqualTo(AttainmentState.NO_DATA);
        assertThat(empty.expected()).isEqualByComparingTo("3117.8010");

        JudgementInput noTarget = new JudgementInput(
                Measure.STOCK,
                true,
                Direction.HIGHER,
                null,
                null,
                Period.ofYear(2022),
                BigDecimal.ONE,
                null,
                List.of());
        assertThat(AttainmentMethod.judge(noTarget).reason()).isEqualTo(Reason.NO_TARGET);
    }

    @Test
    void lowerIsBetterZeroAndNegativeValuesAreSafe() {
        assertThat(lower("3", "1", "2021", "2.5").state()).isEqualTo(AttainmentState.AHEAD);
        assertThat(lower("3", "1", "2021", "2.7").state()).isEqualTo(AttainmentState.BEHIND);
        assertThat(lower("3", "1", "2021", "3.2").state()).isEqualTo(AttainmentState.OFF_COURSE);
        assertThat(lower("3", "1", "2021", "0.9").state()).isEqualTo(AttainmentState.ACHIEVED);
        assertThat(lower("0", "0", "2021", "0").state()).isEqualTo(AttainmentState.ACHIEVED);
        assertThat(lower("0", "0", "2021", "0.1").state()).isEqualTo(AttainmentState.BEHIND);
        assertThat(lower("-1", "-3", "2021", "-1.4").state()).isEqualTo(AttainmentState.ON_COURSE);
    }

    @ParameterizedTest
    @CsvSource({
        "80,2022,93,AHEAD",
        "80,2022,88,ON_COURSE",
        "80,2022,81,OFF_COURSE",
        "80,2025,101,ACHIEVED",
        "80,2025,111,OFF_COURSE",
        "130,2022,122,ON_COURSE",
        "130,2022,99,OFF_COURSE",
        "105,2022,100,ACHIEVED",
        "105,2022,99,BEHIND",
        "105,2022,111,BEHIND",
    })
    void aBandIsReachedAtItsNearerEnd(String baseline, String year, String actual, AttainmentState state) {
        BigDecimal start = new BigDecimal(baseline);
        BigDecimal lower = new BigDecimal("100");
        BigDecimal upper = new BigDecimal("110");
        TargetPath path = new TargetPath(start, START, start.max(lower).min(upper), END, PathShape.LINEAR, List.of());
        Judgement judgement = AttainmentMethod.judge(new JudgementInput(
                Measure.RATIO,
                true,
                Direction.HIGHER,
                new Goal(TargetComparator.BETWEEN, lower, upper, END, path, new TargetKind.Range()),
                null,
                Period.parse(year),
                new BigDecimal(actual),
                null,
                List.of()));

        assertThat(judgement.state()).isEqualTo(state);
    }

    @Test
    void theIndicatorsOwnGrowthIsThePrintedOne() {
        GrowthRule growth = indicator("npl-ratio").growth();
        assertThat(growth.kind()).isEqualTo(GrowthKind.RELATIVE);
        assertThat(judge("npl-ratio", "2025", "1", "2").corridor()).isNull();
    }

    private static Judgement lower(String baseline, String target, String year, String actual) {
        Goal goal = new Goal(
                TargetComparator.LE,
                new BigDecimal(target),
                null,
                END,
                new TargetPath(
                        new BigDecimal(baseline), START, new BigDecimal(target), END, PathShape.LINEAR, List.of()),
                new TargetKind.InYear());
        return AttainmentMethod.judge(new JudgementInput(
                Measure.RATIO,
                true,
                Direction.LOWER,
                goal,
                null,
                Period.parse(year),
                new BigDecimal(actual),
                null,
                List.of()));
    }

    private static Judgement judge(String code, String period, String actual, String benchmark) {
        IndicatorDefinition indicator = indicator(code);
        Goal goal = new Goal(
                indicator.target().comparator(),
                indicator.target().value(),
                null,
                indicator.target().period().end(),
                indicator.target().comparator().isBenchmark() ? null : path(indicator),
                indicator.target().kind());
        return AttainmentMethod.judge(new JudgementInput(
                indicator.measure(),
                indicator.pointInTime(),
                indicator.direction(),
                goal,
                indicator.growth(),
                Period.parse(period),
                actual == null ? null : new BigDecimal(actual),
                benchmark == null ? null : new BigDecimal(benchmark),
                List.of()));
    }

    private static TargetPath path(IndicatorDefinition indicator) {
        return new TargetPath(
                indicator.baseline().value(),
                indicator.baseline().period().end(),
                indicator.target().value(),
                indicator.target().period().end(),
                PathShape.of(indicator.measure()),
                List.of());
    }

    private static IndicatorDefinition indicator(String code) {
        return PLAN.indicators().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
