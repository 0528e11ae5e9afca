package org.finplan.risk.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.rulebook.formula.FormulaFault;
import org.finplan.risk.rulebook.formula.Fraction;
import org.finplan.risk.rulebook.formula.MetricCatalogue;
import org.finplan.risk.rulebook.formula.MetricCatalogue.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    private static final MetricCatalogue METRICS = catalogue(
            metric("a", "CNY", null),
            metric("b-two", "CNY", null),
            metric("both", "CNY", "a + b-two"),
            metric("share", "PCT", "a / both"));

    private static Metric metric(String code, String unit, String derived) {
        return new Metric(code, new LocalizedText("演示样本" + code, "Sample " + code), unit, derived);
    }

    private static MetricCatalogue catalogue(Metric... metrics) {
        return new MetricCatalogue(
                List.of(metrics), Map.of("sample", Set.of("a", "b-two", "both", "share"), "other", Set.of("a")));
    }

    @ParameterizedTest
    @CsvSource({
        "1 + 2 * 3, 7",
        "(1 + 2) * 3, 9",
        "10 - 2 - 3, 5",
        "8 / 2 / 2, 2",
        " a - b-two , 4",
        "a-b-two... , -",
        "both / 2, 8",
        "share, 62.5",
        "0.75 * a + b-two, 13.5"
    })
    void isWorkedOutInTheUsualOrder(String text, String expected) {
        if (expected.equals("-")) {
            assertThatThrownBy(() -> METRICS.read(text, List.of("sample"))).isInstanceOf(FormulaFault.class);
            return;
        }
        Map<String, BigDecimal> values = Map.of("a", BigDecimal.TEN, "b-two", BigDecimal.valueOf(6));
        assertThat(METRICS.read(text, List.of("sample")).of(values).rounded()).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "a + unknown, 5, a",
        "a +, 4, metric-code",
        "a b-two, 3, + - * / )",
        "(a, 3, )",
        "'', 1, metric-code",
        "a ** 2, 4, metric-code"
    })
    void aFaultSaysAtWhichCharacterAndWhatWouldBeAccepted(String text, int place, String accepted) {
        FormulaFault fault = catchThrowableOfType(FormulaFault.class, () -> METRICS.read(text, List.of("sample")));
        assertThat(fault.place()).isEqualTo(place);
        assertThat(fault.accepted()).contains(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "both, CNY",
        "share, PCT",
        "a / 2 + both, CNY",
        "2 * share, PCT",
        "a / both, TIMES",
        "1 + 2, ",
        "a * both, ",
        "share / a, "
    })
    void theUnitIsThatOfTheDerivedMetricAndNotOfWhatItFollowsFrom(String text, String unit) {
        assertThat(METRICS.unit(text).orElse(null)).isEqualTo(unit);
    }

    @Test
    void whatHasDifferentUnitsIsNotAddedUp() {
        assertThatThrownBy(() -> METRICS.unit("a + share"))
                .isInstanceOf(FormulaFault.class)
                .hasMessageContaining("CNY / PCT");
    }

    @Test
    void peopleReadTheNamesOfMetrics() {
        assertThat(METRICS.label("0.5 * (a - b-two)").en()).isEqualTo("0.5 * (Sample a - Sample b-two)");
    }

    @Test
    void aMetricMustBeReportedByAllKindsOfTheRule() {
        assertThatThrownBy(() -> METRICS.read("b-two", List.of("sample", "other")))
                .isInstanceOf(FormulaFault.class);
        assertThat(METRICS.read("a", List.of("sample", "other")).metrics()).containsExactly("a");
    }

    @Test
    void aFormulaThatLeadsBackToItselfIsRefusedWithItsWay() {
        assertThatThrownBy(() -> catalogue(
                        metric("a", "CNY", "b-two + 1"), metric("b-two", "CNY", "both"), metric("both", "CNY", "a")))
                .isInstanceOf(FormulaFault.class)
                .hasMessageContaining("a → b-two → both → a");
    }

    @Property
    void fractionsCompareAsTheyWouldWithoutTheLine(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(4) BigDecimal over,
            @ForAll @BigRange(min = "0.0001", max = "1000000") @Scale(4) BigDecimal under,
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(2) BigDecimal limit) {
        Fraction quotient = Fraction.of(over).dividedBy(Fraction.of(under));
        assertThat(quotient.compareTo(Fraction.of(limit))).isEqualTo(over.compareTo(limit.multiply(under)));
        assertThat(new Fraction(over.negate(), under.negate())).isEqualByComparingTo(quotient);
    }
}
