package org.finplan.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.LocalizedText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanRulesTest {

    private static final PlanIndicatorOffPath OFF_PATH = new PlanIndicatorOffPath();
    private static final NplRatioAboveProvince ABOVE_PROVINCE = new NplRatioAboveProvince();
    private static final PlanTerms TERMS =
            new PlanTerms(1, List.of(Level.YELLOW, Level.ORANGE), WarningPolicy.IMMEDIATE, true, ChainThresholds.USUAL);
    private static final UUID EVENT = new UUID(1, 1);
    private static final UUID OBSERVATION = new UUID(2, 2);
    private static final UUID BENCHMARK = new UUID(3, 3);

    @ParameterizedTest
    @Tag("R02")
    @CsvSource({
        "behind, breached, YELLOW",
        "off-course, breached, ORANGE",
        "achieved, clear,",
        "ahead, clear,",
        "on-course, clear,",
        "not-assessable, not-assessable,",
        "no-data, not-assessable,"
    })
    void everyStateOfAttainmentHasItsVerdict(String state, String verdict, Level level) {
        Finding finding = OFF_PATH.judge(attainment(state), TERMS);
        assertThat(finding.verdict().code()).isEqualTo(verdict);
        assertThat(finding.verdict() instanceof Verdict.Breached breached ? breached.level() : null)
                .isEqualTo(level);
    }

    @Test
    @Tag("R02")
    void theFindingNamesAllItRestsOn() {
        Finding finding = OFF_PATH.judge(attainment("behind"), TERMS);
        assertThat(finding.subject())
                .isEqualTo(
                        new Subject.PlanIndicator("plan-indicator-off-path", "sample-plan", "green-credit", "441202"));
        assertThat(finding.actual()).isEqualTo(new Figure(new BigDecimal("300.10"), OBSERVATION, 4));
        assertThat(finding.expected()).isEqualTo(new Figure(new BigDecimal("351"), null, null));
        assertThat(finding.gap()).isEqualByComparingTo("-50.90");
        assertThat(finding.event()).isEqualTo(EVENT);
        assertThat(finding.clause()).isEqualTo("ch3.s3.2.t13");
        assertThat(finding.verdict().reason().zh()).contains("2025", "300.1 亿元", "351 亿元");
        assertThat(finding.verdict().reason().en()).contains("2025", "30.01 billion yuan", "35.1 billion yuan");
    }

    @Test
    void aStateThatTheContractDoesNotKnowIsNoVerdict() {
        assertThatThrownBy(() -> OFF_PATH.judge(attainment("splendid"), TERMS)).hasMessageContaining("splendid");
    }

    @Test
    void anIndicatorWithARuleOfItsOwnRaisesNoSecondAlert() {
        assertThat(OFF_PATH.covers("npl-ratio")).isFalse();
        assertThat(OFF_PATH.covers("green-credit")).isTrue();
    }

    @Property
    @net.jqwik.api.Tag("R02")
    @net.jqwik.api.Tag("I09")
    void theRatioMustBeBelowTheProvince(
            @ForAll @BigRange(min = "0", max = "20") @Scale(4) BigDecimal ours,
            @ForAll @BigRange(min = "0", max = "20") @Scale(4) BigDecimal theirs) {
        Finding finding = npl(new Figure(ours, OBSERVATION, 1), new Figure(theirs, BENCHMARK, 1));
        assertThat(finding.verdict().code()).isEqualTo(ours.compareTo(theirs) < 0 ? "clear" : "breached");
        assertThat(finding.gap()).isEqualByComparingTo(ours.subtract(theirs));
    }

    @ParameterizedTest
    @Tag("I09")
    @CsvSource({"0.94, 1.00, clear", "1.00, 1.00, breached", "1.0, 1.000, breached", "1.01, 1.00, breached"})
    void belowMeansBelow(BigDecimal ours, BigDecimal theirs, String verdict) {
        Finding finding = npl(new Figure(ours, OBSERVATION, 1), new Figure(theirs, BENCHMARK, 1));
        assertThat(finding.verdict().code()).isEqualTo(verdict);
    }

    @Test
    @Tag("I09")
    void withoutTheProvinceNothingCanBeSaid() {
        Finding finding = npl(new Figure(new BigDecimal("0.94"), OBSERVATION, 1), null);
        assertThat(finding.verdict()).isInstanceOfSatisfying(Verdict.NotAssessable.class, verdict -> {
            assertThat(verdict.cause()).isEqualTo("no-benchmark");
            assertThat(verdict.reason().en()).contains("province");
        });
        assertThat(finding.gap()).isNull();
    }

    @Test
    @Tag("I09")
    void withoutAFigureOfTheRegionNothingCanBeSaid() {
        assertThat(npl(null, new Figure(BigDecimal.ONE, BENCHMARK, 1)).verdict())
                .isInstanceOfSatisfying(Verdict.NotAssessable.class, verdict -> assertThat(verdict.cause())
                        .isEqualTo("no-figure"));
    }

    private static Finding npl(Figure ours, Figure theirs) {
        return ABOVE_PROVINCE.judge(
                "sample-plan",
                "ch3.s3.2.t6",
                "441202",
                "2025",
                "PCT",
                ours,
                theirs,
                EVENT,
                new PlanTerms(1, List.of(Level.ORANGE), WarningPolicy.IMMEDIATE, true, ChainThresholds.USUAL));
    }

    private static Event<AttainmentChanged> attainment(String state) {
        AttainmentChanged data = new AttainmentChanged(
                "sample-plan",
                "green-credit",
                new LocalizedText("绿色信贷", "Green credit"),
                "441202",
                new LocalizedText("端州区", "Duanzhou"),
                "2025",
                null,
                AttainmentState.of(state),
                new BigDecimal("300.10"),
                new BigDecimal("351"),
                new BigDecimal("-50.90"),
                new BigDecimal("351"),
                "ge",
                "CNY_100M",
                "ch3.s3.2.t13",
                OBSERVATION,
                4,
                "attainment-1",
                Instant.EPOCH,
                null,
                null);
        return new Event<>(
                EVENT, "/indicators-service", "/api/v1/attainment", Instant.EPOCH, "sample", 1, null, "441202", data);
    }
}
