package org.finplan.indicators.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesRulesTest {

    private static final PlanPackage PLAN = PlanPackages.bundled("zq-fin-14fyp");
    private static final SeriesRules RULES = new SeriesRules(List.of(PLAN), PLAN.units());

    @ParameterizedTest
    @CsvSource({
        "green-credit,LEVEL",
        "financial-value-added-share,SHARE",
        "direct-financing-ratio,SHARE",
        "deposits-rank-in-province,RANK",
        "gdp,LEVEL",
        "nobody-knows-it,LEVEL"
    })
    void theUsualKindIsThatOfThePlansOwnFigures(String series, ObservationKind kind) {
        assertThat(RULES.usualKind(series)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "green-credit,LEVEL,'CNY,CNY_100M,CNY_10K,CNY_1T'",
        "green-credit,GROWTH,'PCT,TIMES'",
        "green-credit,AVERAGE_GROWTH,'PCT,PCT_PER_YEAR,TIMES'",
        "npl-ratio,CHANGE,'PCT,PP,TIMES'",
        "green-credit,GROWTH_CONTRIBUTION,PP",
        "deposits-rank-in-province,RANK,RANK",
        "financial-institutions,LEVEL,INSTITUTION"
    })
    void unitsMustCountWhatTheSeriesCounts(String series, ObservationKind kind, String units) {
        assertThat(RULES.acceptedUnits(series(series), kind)).containsExactly(units.split(","));
    }

    /** 1.23 trillion is known to 50 of a hundred million, also when it is kept in those; nothing is as good as its digits. */
    @ParameterizedTest
    @CsvSource({
        "1.23,CNY_1T,12300,50",
        "0,CNY_1T,0,5000",
        "12300,CNY_100M,12300,0.5",
        "51234.5,CNY_10K,5.12345,0.000005",
        "7.10,CNY_100M,7.10,0.005"
    })
    void aFigureIsKnownToTheDigitsThatItWasDeliveredWith(
            BigDecimal delivered, String unit, BigDecimal value, BigDecimal rounding) {
        Rounded rounded = RULES.rounded(new Figure(value, "CNY_100M", delivered, unit, "eq", null, null));

        assertThat(rounded.value()).isEqualTo(value);
        assertThat(rounded.rounding()).isEqualByComparingTo(rounding);
    }

    @Test
    void allNotationsOfTheEndOfAYearAreOneStateButFourFlows() {
        List<String> notations = List.of("2025", "2025-12", "2025-Q4", "2025-S2", "2025-12-31");

        assertThat(notations.stream().map(text -> key("green-credit", text)).distinct())
                .hasSize(1);
        assertThat(notations.stream().map(text -> key("gdp", text)).distinct()).hasSize(5);
        assertThat(key("gdp", "2025")).isEqualTo(key("gdp", "2025-12-YTD"));
    }

    @Test
    void aSpanIsForFlowsAndADayForStates() {
        Period plan = Period.ofYears(2021, 2025);
        Period day = Period.parse("2025-09-30");
        for (ObservationKind value : List.of(ObservationKind.LEVEL, ObservationKind.SHARE)) {
            assertThat(SeriesRules.knows(series("premium-income"), value, plan)).isTrue();
            assertThat(SeriesRules.knows(series("premium-income"), value, day)).isFalse();
            assertThat(SeriesRules.knows(series("green-credit"), value, plan)).isFalse();
            assertThat(SeriesRules.knows(series("green-credit"), value, day)).isTrue();
        }
        assertThat(SeriesRules.knows(series("green-credit"), ObservationKind.AVERAGE_GROWTH, plan))
                .isTrue();
    }

    @Test
    @Tag("I18")
    void theRuralBanksFarmLoansAreAnotherSeries() {
        assertThat(series("rcb-agricultural-loans")).isNotEqualTo(series("agricultural-loans"));
        assertThat(key("rcb-agricultural-loans", "2020")).isNotEqualTo(key("agricultural-loans", "2020"));
    }

    @Property
    void aValueSurvivesTheWayThroughAnyUnitOfItsKind(
            @ForAll @BigRange(min = "-1000000000", max = "1000000000") @Scale(8) BigDecimal value) {
        SeriesDefinition green = series("green-credit");
        for (String code : RULES.acceptedUnits(green, ObservationKind.LEVEL)) {
            Unit unit = unit(code);
            Figure figure = RULES.figure(green, ObservationKind.LEVEL, value, unit, null);
            assertThat(figure.unit()).isEqualTo("CNY_100M");
            assertThat(unit("CNY_100M").convert(figure.value(), unit)).isEqualByComparingTo(value);
            assertThat(figure.deliveredValue()).isEqualTo(value);
        }
    }

    private static ObservationKey key(String series, String period) {
        return SeriesRules.key(
                series(series), "441200", ObservationKind.LEVEL, Period.parse(period), ObservationKey.MAIN);
    }

    private static SeriesDefinition series(String code) {
        return PLAN.series().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Unit unit(String code) {
        return PLAN.units().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
