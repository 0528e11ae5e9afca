package org.finplan.indicators.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessorTest {

    private static final PlanPackage PLAN = PlanPackages.bundled("zq-fin-14fyp");
    private static final IndicatorDefinition GREEN_CREDIT = PLAN.indicators().stream()
            .filter(indicator -> indicator.code().equals("green-credit"))
            .findFirst()
            .orElseThrow();
    private static final IndicatorDefinition PREMIUMS = PLAN.indicators().stream()
            .filter(indicator -> indicator.code().equals("premium-income"))
            .findFirst()
            .orElseThrow();

    @Test
    void aTargetOfTheYearComesBeforeThatOfALaterYear() {
        Assessor assessor =
                assessor(List.of(target(2025, TargetKey.MAIN, "40"), target(2023, TargetKey.MAIN, "20")), List.of());

        assertThat(judge(assessor, "2022").target().value()).isEqualTo("20");
        assertThat(judge(assessor, "2023").target().value()).isEqualTo("20");
        assertThat(judge(assessor, "2024").target().value()).isEqualTo("40");
        assertThat(judge(assessor, "2025-12-31").target().value()).isEqualTo("40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-10", "2026-01-01", "2029"})
    void afterThePlanNothingIsJudgedWhateverTheFigure(String period) {
        Assessor assessor = assessor(
                List.of(target(2025, TargetKey.MAIN, "40"), target(2025, "ch3.s3.2.2.1", "39")),
                List.of(value(period, "45", ObservationKind.LEVEL)));
        Assessment assessment = judge(assessor, period);

        assertThat(assessment.target()).isNull();
        assertThat(assessment.wordings()).isEmpty();
        assertThat(assessment.actual().figure().value()).isEqualTo("45");
        assertThat(assessment.judgement().state()).isEqualTo(AttainmentState.NOT_ASSESSABLE);
        assertThat(assessment.judgement().reason()).isEqualTo(Reason.PLAN_ENDED);
        assertThat(assessment.judgement().reason().code()).isEqualTo("no-target");
        assertThat(assessment.judgement().reason().text().zh()).contains("规划", "结束");
    }

    /** A target of a year after the plan's last, should there ever be one, changes nothing of that. */
    @Test
    void noTargetReachesBeyondThePlan() {
        Assessor assessor = assessor(List.of(target(2027, TargetKey.MAIN, "40")), List.of());

        assertThat(judge(assessor, "2025").target()).isNotNull();
        assertThat(judge(assessor, "2026").judgement().reason()).isEqualTo(Reason.PLAN_ENDED);
    }

    @Test
    void afterTheLastTargetOfARegionNothingIsJudgedThoughThePlanGoesOn() {
        Assessor assessor = assessor(
                List.of(target(2023, TargetKey.MAIN, "20")), List.of(value("2024", "45", ObservationKind.LEVEL)));

        assertThat(judge(assessor, "2023").judgement().reason()).isEqualTo(Reason.NO_VALUE);
        assertThat(judge(assessor, "2024").target()).isNull();
        assertThat(judge(assessor, "2024").judgement().state()).isEqualTo(AttainmentState.NOT_ASSESSABLE);
        assertThat(judge(assessor, "2024").judgement().reason()).isEqualTo(Reason.AFTER_LAST_TARGET);
        assertThat(judge(assessor, "2024").judgement().reason().code()).isEqualTo("no-target");
    }

    @Test
    void aRegionThatNeverHadATargetIsToldSo() {
        assertThat(judge(assessor(List.of(), List.of()), "2024").judgement().reason())
                .isEqualTo(Reason.NO_TARGET);
    }

    @Test
    void otherWordingsAreShownNotJudged() {
        Assessor assessor = assessor(
                List.of(target(2025, TargetKey.MAIN, "40"), target(2025, "ch3.s3.2.2.1", "39")),
                List.of(value("2025", "39.5", ObservationKind.LEVEL)));
        Assessment assessment = judge(assessor, "2025");

        assertThat(assessment.judgement().state()).isEqualTo(AttainmentState.BEHIND);
        assertThat(assessment.wordings()).hasSize(1);
    }

    @Test
    void aStateAtTheEndOfTheYearIsTheValueOfTheYearAFlowIsNot() {
        Assessor assessor = assessor(
                List.of(target(2025, TargetKey.MAIN, "40")), List.of(value("2025-12", "45", ObservationKind.LEVEL)));

        assertThat(judge(assessor, "2025").actual()).isNotNull();
        assertThat(judge(assessor, "2025-Q4").actual()).isNotNull();
        assertThat(judge(assessor, "2025-11").actual()).isNull();
    }

    @Test
    void growthIsNeverTakenForALevel() {
        Assessor assessor = assessor(
                List.of(target(2025, TargetKey.MAIN, "40")), List.of(value("2025-12", "45", ObservationKind.SHARE)));

        assertThat(judge(assessor, "2025").judgement().state()).isEqualTo(AttainmentState.NO_DATA);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12,2025",
        "2025-12-31,2025",
        "2025-Q4,2025",
        "2025-S1,2025-06",
        "2024-02-29,2024-02",
        "2024-02-28,2024-02-28"
    })
    void aJudgementOfAStateIsKeptUnderTheDayThatItsPeriodEnds(String period, String kept) {
        assertThat(Subject.judgedPeriod(GREEN_CREDIT, Period.parse(period))).contains(Period.parse(kept));
    }

    @Test
    void aFlowIsJudgedByWholeYearsOnly() {
        assertThat(Subject.judgedPeriod(PREMIUMS, Period.parse("2025-12-YTD"))).contains(Period.ofYear(2025));
        assertThat(Subject.judgedPeriod(PREMIUMS, Period.parse("2025-Q4"))).isEmpty();
    }

    private static Assessment judge(Assessor assessor, String period) {
        return assessor.assess(new Subject("zq-fin-14fyp", GREEN_CREDIT, "441202", Period.parse(period)));
    }

    private static Assessor assessor(List<Target> targets, List<Observation> values) {
        return new Assessor(
                PLAN.plan(),
                false,
                new ArrayList<>(targets),
                values,
                Map.of(),
                series -> ObservationKind.LEVEL,
                new JudgedDefinitions(new Definitions(new PlanRegister(List.of(PLAN))), PLAN));
    }

    private static Target target(int year, String variant, String value) {
        return new Target(
                UUID.randomUUID(),
                1,
                new TargetKey("zq-fin-14fyp", "green-credit", "441202", year, variant),
                Period.ofDay(Period.ofYear(year).end()),
                new TargetKind.InYear(),
                TargetComparator.GE,
                new BigDecimal(value),
                null,
                "CNY_100M",
                new Target.Point(Period.parse("2020-12-31"), BigDecimal.TEN),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                "test",
                1);
    }

    private static Observation value(String period, String value, ObservationKind kind) {
        Period of = Period.parse(period);
        BigDecimal decimal = new BigDecimal(value);
        return new Observation(
                UUID.randomUUID(),
                1,
                new ObservationKey("green-credit", "441202", kind, of.end(), of.end(), ObservationKey.MAIN),
                of,
                new Figure(decimal, "CNY_100M", decimal, "CNY_100M", "eq", null, null),
                ObservationStatus.PRELIMINARY,
                false,
                null,
                new Source("sample", null, null, List.of(), Source.REPORTED),
                null,
                Instant.EPOCH,
                "test",
                Publication.DIRECT);
    }
}
