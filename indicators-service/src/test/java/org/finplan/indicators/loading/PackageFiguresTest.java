package org.finplan.indicators.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.indicators.target.Target;
import org.finplan.platform.plan.Fact;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PackageFiguresTest {

    private static final PlanPackage PLAN = PlanPackages.bundled("zq-fin-14fyp");
    private static final SeriesRules RULES = new SeriesRules(List.of(PLAN), PLAN.units());
    private static final List<NewObservation> FIGURES = new PackageFigures(PLAN, RULES).all(figure -> true);
    private static final List<Target> TARGETS = new PackageTargets(PLAN, Instant.EPOCH, "plan:zq-fin-14fyp").all();

    @Test
    @Tag("I25")
    void numberOfFiguresInEqualsNumberOut() {
        assertThat(FIGURES).hasSize(232 + 112 + 4);
        assertThat(FIGURES.stream().map(NewObservation::key).distinct()).hasSize(FIGURES.size());
        assertThat(FIGURES.stream()
                        .filter(figure -> figure.source().clause() != null)
                        .filter(figure -> !figure.source().clause().contains(".t")))
                .hasSize(232);
    }

    @Test
    @Tag("I22")
    void kindsAreKeptApart() {
        PLAN.facts().stream()
                .collect(Collectors.groupingBy(Fact::kind, Collectors.counting()))
                .forEach((kind, count) -> assertThat(FIGURES.stream()
                                .filter(figure -> figure.source().reference() != null)
                                .filter(figure -> !figure.source().clause().contains(".t"))
                                .filter(figure -> figure.key().kind().code().equals(kind)))
                        .hasSize(count.intValue()));
    }

    @Test
    @Tag("I19")
    void twoPrintedValuesLiveSideBySideTheTableFirst() {
        List<NewObservation> deposits = at("deposits-balance", "2020-12-31");

        assertThat(deposits).hasSize(2);
        assertThat(deposits.get(0).key().variant()).isEqualTo(ObservationKey.MAIN);
        assertThat(deposits.get(0).figure().value()).isEqualTo("2893.07");
        assertThat(deposits.get(0).source().clause()).isEqualTo("ch3.s3.2.t4");
        assertThat(deposits.get(1).key().variant()).isEqualTo("ch1.s2.1");
        assertThat(deposits.get(1).figure().value()).isEqualTo("2893.08");
    }

    @Test
    void theBaselineOfEveryIndicatorIsItsMainFigure() {
        for (IndicatorDefinition indicator : PLAN.indicators()) {
            NewObservation main =
                    at(indicator.code(), indicator.baseline().period().text()).get(0);
            assertThat(main.key().variant()).isEqualTo(ObservationKey.MAIN);
            assertThat(main.figure().value())
                    .isEqualByComparingTo(indicator.baseline().value());
            assertThat(main.figure().derivation()).isNull();
        }
    }

    @Test
    void aFigureOfABetterSourceComesFirst() {
        List<NewObservation> gdp = FIGURES.stream()
                .filter(figure -> figure.key().indicator().equals("gdp"))
                .filter(figure -> figure.key().region().equals("441224"))
                .filter(figure -> figure.period().text().equals("2023"))
                .filter(figure -> figure.key().kind() == ObservationKind.LEVEL)
                .toList();

        assertThat(gdp).hasSize(2);
        assertThat(gdp.get(0).source().quality()).isEqualTo("official-copy");
        assertThat(gdp.get(1).source().quality()).isEqualTo("secondary-unchecked");
    }

    @Test
    @Tag("I32")
    void aValueInTrillionsIsKeptInHundredMillionsAndAsPrinted() {
        NewObservation deposits = FIGURES.stream()
                .filter(figure -> figure.key().indicator().equals("deposits-balance"))
                .filter(figure -> figure.key().region().equals("440000-ex-440300"))
                .findFirst()
                .orElseThrow();

        assertThat(deposits.figure().value()).isEqualTo("153100");
        assertThat(deposits.figure().unit()).isEqualTo("CNY_100M");
        assertThat(deposits.figure().deliveredValue()).isEqualTo("15.31");
        assertThat(deposits.figure().deliveredUnit()).isEqualTo("CNY_1T");
    }

    @Test
    void everyFigureKeepsItsValueThroughItsUnit() {
        for (NewObservation figure : FIGURES) {
            BigDecimal value = figure.figure().value();
            assertThat(value == null).isEqualTo(figure.figure().deliveredValue() == null);
            assertThat(value == null && figure.key().kind() != ObservationKind.TARGET)
                    .isFalse();
        }
    }

    @Test
    @Tag("I05")
    void theShareHasItsTableTargetAndTheFloorOfTheProse() {
        List<Target> share = targets("financial-value-added-share");

        assertThat(share).hasSize(2);
        assertThat(share.get(0).primary()).isTrue();
        assertThat(share.get(0).value()).isEqualTo("5.3");
        assertThat(share.get(1).primary()).isFalse();
        assertThat(share.get(1).value()).isEqualTo("5");
        assertThat(share.get(1).clause()).isEqualTo("ch3.s3.2.1");
    }

    @Test
    @Tag("I14")
    void propertyAndLifePremiumsHaveTargetsOfTheirOwnThatAddUp() {
        BigDecimal sum = targets("property-premium-income")
                .get(0)
                .value()
                .add(targets("life-premium-income").get(0).value());

        assertThat(sum).isEqualByComparingTo(targets("premium-income").get(0).value());
    }

    @Test
    @Tag("I27")
    void floorsWithoutAPrintedValueAreBenchmarks() {
        Target capital = targets("capital-adequacy-ratio").get(0);

        assertThat(capital.comparator()).isEqualTo(TargetComparator.GE_BENCHMARK);
        assertThat(capital.value()).isNull();
    }

    @Test
    void derivedTargetsAreFiguresNotTargets() {
        assertThat(targets("gdp")).isEmpty();
        assertThat(targets("loan-deposit-ratio")).isEmpty();
        assertThat(TARGETS.stream().filter(Target::primary)).hasSize(15 + 4);
    }

    private static List<Target> targets(String series) {
        return TARGETS.stream()
                .filter(target -> target.key().indicator().equals(series))
                .toList();
    }

    private static List<NewObservation> at(String series, String period) {
        return FIGURES.stream()
                .filter(figure -> figure.key().indicator().equals(series))
                .filter(figure -> figure.key().region().equals("441200"))
                .filter(figure -> figure.period().text().equals(period))
                .filter(figure -> figure.key().kind() == RULES.usualKind(series))
                .toList();
    }
}
