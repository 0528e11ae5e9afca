package org.finplan.indicators.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.derived.FormulaCompiler;
import org.finplan.indicators.derived.FormulaGraph;
import org.finplan.indicators.expression.Evaluator;
import org.finplan.indicators.expression.Missing;
import org.finplan.indicators.expression.Parser;
import org.finplan.indicators.expression.Place;
import org.finplan.indicators.expression.Result;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.DerivedDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The thirty formulas of the plan on the figures that the plan prints. */
class PlanFormulasTest {

    private static final PlanPackage PLAN = PlanPackages.bundled("zq-fin-14fyp");
    private static final PlanRegister REGISTER = new PlanRegister(List.of(PLAN));
    private static final SeriesRules RULES = new SeriesRules(List.of(PLAN), PLAN.units());
    private static final FormulaCompiler COMPILER = new FormulaCompiler(REGISTER, RULES);

    static Stream<DerivedDefinition> formulas() {
        return PLAN.derived().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formulas")
    void eachOfTheThirtyGivesWhatThePlanSaysOfIt(DerivedDefinition row) {
        Result result = onPrintedFigures(row);
        DerivedDefinition.Check check = row.check();

        switch (check.status()) {
            case "reproduced" -> {
                assertThat(result.value().subtract(check.printed()).abs()).isLessThanOrEqualTo(check.tolerance());
                assertThat(rounded(result)).isEqualByComparingTo(check.computed());
            }
            case "not_reproduced" -> {
                assertThat(result.value().subtract(check.printed()).abs()).isGreaterThan(check.tolerance());
                assertThat(rounded(result)).isEqualByComparingTo(check.computed());
                assertThat(row.active()).isFalse();
            }
            case "no_printed_value" -> {
                assertThat(check.printed()).isNull();
                assertThat(rounded(result)).isEqualByComparingTo(check.computed());
            }
            case "input_missing" -> {
                assertThat(result.present()).isFalse();
                assertThat(result.missing())
                        .extracting(Missing::alias)
                        .containsExactlyElementsOf(row.inputs().stream()
                                .filter(input -> input.value() == null)
                                .map(DerivedDefinition.Input::alias)
                                .toList());
            }
            default -> throw new AssertionError(check.status());
        }
    }

    @Test
    void whatIsReproducedIsReproducedToThePrintedDigitUnlessThePlanRoundsMore() {
        List<String> coarser = PLAN.derived().stream()
                .filter(row -> row.check().status().equals("reproduced"))
                .filter(row -> onPrintedFigures(row)
                                .value()
                                .setScale(row.check().printed().scale(), RoundingMode.HALF_UP)
                                .compareTo(row.check().printed())
                        != 0)
                .map(DerivedDefinition::code)
                .toList();

        // Sums of rounded parts, rates backcast from rounded growth, and increments printed in hundreds.
        assertThat(coarser)
                .containsExactly(
                        "leading-industries-output",
                        "loan-deposit-ratio-2015",
                        "deposits-increment",
                        "loans-increment");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formulas")
    void eachOfTheThirtyCompilesWithItsUnits(DerivedDefinition row) {
        ComputedSeries compiled = COMPILER.compile(PlanFormulas.definition(row, RULES));

        assertThat(compiled.uses()).isNotEmpty();
        assertThat(new FormulaGraph(List.of(compiled)).cycle(compiled)).isEmpty();
    }

    @Test
    @Tag("I13")
    void thePossibleFormulaOfDirectFinancingGives2198AndIsANote() {
        DerivedDefinition row = formula("direct-financing-ratio");

        assertThat(onPrintedFigures(row).value().setScale(2, RoundingMode.HALF_UP))
                .isEqualTo("21.98");
        assertThat(row.active()).isFalse();
        assertThat(row.note().en()).contains("INC-08");
        assertThat(row.note().zh()).contains("INC-08");
    }

    @Test
    @Tag("I21")
    void densityNamesThePopulationThatIsMissing() {
        Missing missing =
                onPrintedFigures(formula("insurance-density")).missing().get(0);

        assertThat(missing.alias()).isEqualTo("RESIDENT_POPULATION");
        assertThat(missing.reason()).isEqualTo(Missing.Reason.NO_FIGURE);
        assertThat(missing.place().period()).isEqualTo(Period.parse("2020"));
        assertThat(missing.column()).isEqualTo(25);
    }

    private static DerivedDefinition formula(String code) {
        return PLAN.derived().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal rounded(Result result) {
        return result.value().setScale(4, RoundingMode.HALF_EVEN);
    }

    private static Result onPrintedFigures(DerivedDefinition row) {
        Map<String, BigDecimal> values = new HashMap<>();
        row.inputs().forEach(input -> values.put(input.alias(), input.value()));
        Evaluator evaluator = new Evaluator(
                (reference, place) -> Optional.ofNullable(values.get(reference.alias()))
                        .map(Result::of)
                        .orElseGet(() -> Result.missing(
                                new Missing(Missing.Reason.NO_FIGURE, reference.alias(), place, reference.column()))),
                place -> List.of());
        return evaluator.evaluate(Parser.parse(row.formula()), new Place("441200", Period.parse("2020")));
    }
}
