package org.finplan.indicators.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What formulas give, and what is refused with its place. */
class FormulaTest {

    private static final Map<String, Unit> UNITS = Map.of(
            "LOANS", unit("CNY_100M", "10*8.[CNY]", "currency"),
            "DEPOSITS", unit("CNY_100M", "10*8.[CNY]", "currency"),
            "TAX", unit("CNY", "[CNY]", "currency"),
            "PEOPLE", unit("PERSON_10K", "10*4.{person}", "count"),
            "RATE", unit("PCT", "%", "ratio"),
            "FIRMS", unit("ENTERPRISE", "{enterprise}", "count"),
            "PLACE", unit("RANK", "{rank}", "rank"));
    private static final Set<String> STATES = Set.of("LOANS", "DEPOSITS");

    private final Map<String, BigDecimal> figures = new HashMap<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "-2**2 | -4",
                "(-2)**2 | 4",
                "2**-2 | 0.25",
                "1 - 2 - 3 | -4",
                "8 / 4 / 2 | 1",
                "1 / 3 | 0.3333333333333333333333333333333333",
                "0.1 + 0.2 | 0.3",
                "1.5e2 | 150",
                "round(2.345, 2) | 2.35",
                "round(-2.5, 0) | -3",
                "abs(3 - 5) | 2",
                "max(1, 3, 2) | 3",
                "min(1, 3, 2) | 1",
                "share(1, 8) | 12.5",
                "MAX(1, Min(5, 4)) | 4"
            })
    void arithmeticIsExact(String formula, BigDecimal value) {
        assertThat(evaluate(formula, "2024").value()).isEqualByComparingTo(value);
    }

    @Test
    void aLagLooksBackByTheLengthOfThePeriodOrByTheStepItSays() {
        figure("LOANS city 2023", "90");
        figure("LOANS city 2024-08", "7");
        figure("LOANS city 2023-09", "5");
        figure("LOANS city 2024-02-29", "3");

        assertThat(evaluate("lag(LOANS, 1)", "2024").value()).isEqualTo("90");
        assertThat(evaluate("lag(LOANS, 1)", "2024-09").value()).isEqualTo("7");
        assertThat(evaluate("lag(LOANS, 1, year)", "2024-09").value()).isEqualTo("5");
        assertThat(evaluate("lag(LOANS, 12, month)", "2025-02-28").value()).isEqualTo("3");
    }

    @Test
    void growthSharesAndSumsOverMonthsAndRegions() {
        figure("TAX city 2024-01", "1");
        figure("TAX city 2024-02", "2");
        figure("TAX city 2024-03", "4");
        figure("TAX city 2024", "110");
        figure("TAX city 2023", "100");
        figure("TAX one 2024", "30");
        figure("TAX two 2024", "60");

        assertThat(evaluate("yoy(TAX)", "2024").value()).isEqualByComparingTo("10");
        assertThat(evaluate("ytd(TAX)", "2024-03-YTD").value()).isEqualTo("7");
        assertThat(evaluate("ytd(TAX)", "2024-01/2024-03").missing())
                .extracting(Missing::column)
                .containsExactly(1);
        assertThat(evaluate("sum(children(TAX))", "2024").value()).isEqualTo("90");
        assertThat(evaluate("share(TAX - sum(children(TAX)), TAX)", "2024")
                        .value()
                        .setScale(2, RoundingMode.HALF_UP))
                .isEqualTo("18.18");
    }

    @Test
    void aPartWhoseCodeChangedCountsOnceUnderEither() {
        figure("TAX former 2024", "20");
        figure("TAX two 2024", "60");
        assertThat(evaluate("sum(children(TAX))", "2024").value()).isEqualTo("80");
        figure("TAX one 2024", "30");
        assertThat(evaluate("sum(children(TAX))", "2024").value()).isEqualTo("90");
    }

    @Test
    @Tag("I20")
    void whatIsMissingIsNamedAndNeverZero() {
        figure("LOANS city 2024", "10");
        figure("TAX one 2024", "30");

        Result ratio = evaluate("LOANS / DEPOSITS * 100", "2024");
        assertThat(ratio.present()).isFalse();
        assertThat(ratio.missing())
                .containsExactly(
                        new Missing(Missing.Reason.NO_FIGURE, "DEPOSITS", new Place("city", Period.parse("2024")), 9));
        assertThat(evaluate("LOANS + DEPOSITS", "2024").present()).isFalse();
        assertThat(evaluate("sum(children(TAX))", "2024").missing())
                .extracting(missing -> missing.place().region())
                .containsExactly("two");
        assertThat(evaluate("sum(children(TAX))", "2024", "one").missing())
                .extracting(Missing::reason)
                .containsExactly(Missing.Reason.NO_CHILDREN);
        assertThat(evaluate("coalesce(DEPOSITS, LOANS)", "2024").value()).isEqualTo("10");
        assertThat(evaluate("coalesce(DEPOSITS, lag(LOANS, 1))", "2024").missing())
                .extracting(missing -> missing.place().period().text())
                .containsExactly("2024", "2023");
    }

    @Test
    void aDivisionByZeroAndANumberBeyondBoundsAreGapsWithTheirPlace() {
        figure("LOANS city 2024", "0");
        figure("TAX city 2024", "1e29");

        assertThat(evaluate("1 + 2 / LOANS", "2024").missing())
                .containsExactly(
                        new Missing(Missing.Reason.DIVISION_BY_ZERO, null, new Place("city", Period.parse("2024")), 7));
        assertThat(evaluate("LOANS**-1", "2024").missing())
                .extracting(Missing::reason)
                .containsExactly(Missing.Reason.DIVISION_BY_ZERO);
        assertThat(evaluate("((TAX**50)**50)**50", "2024").missing())
                .extracting(Missing::reason)
                .containsExactly(Missing.Reason.OUT_OF_BOUNDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | SYNTAX | 1",
                "LOANS + | SYNTAX | 8",
                "LOANS ) | SYNTAX | 7",
                "LOANS % 2 | SYNTAX | 7",
                "LOANS & TAX | SYNTAX | 7",
                "2 ** 3 ** 2 | SYNTAX | 8",
                "sum(LOANS) | SYNTAX | 5",
                "lag(LOANS, 1, week) | SYNTAX | 15",
                "median(LOANS, 2) | UNKNOWN_FUNCTION | 1",
                "share(LOANS) | ARGUMENTS | 1",
                "lag(LOANS, 0) | ARGUMENTS | 12",
                "LOANS ** 51 | ARGUMENTS | 10",
                "LOANS ** 0.5 | ARGUMENTS | 10",
                "LOANS + 1e31 | TOO_LARGE | 9"
            })
    void whatIsNoFormulaIsRefusedWithTheColumn(String formula, FormulaError error, int column) {
        FormulaException fault = catchThrowableOfType(FormulaException.class, () -> Parser.parse(formula));

        assertThat(fault.error()).isEqualTo(error);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.accepted()).isNotEmpty();
    }

    @Test
    void depthAndSizeAreBounded() {
        assertThatThrownBy(() -> Parser.parse("(".repeat(33) + "1" + ")".repeat(33)))
                .isInstanceOfSatisfying(FormulaException.class, fault -> assertThat(fault.error())
                        .isEqualTo(FormulaError.TOO_DEEP));
        assertThatThrownBy(() -> Parser.parse("-".repeat(1_000) + "1"))
                .isInstanceOfSatisfying(FormulaException.class, fault -> assertThat(fault.error())
                        .isEqualTo(FormulaError.TOO_DEEP));
        assertThatThrownBy(() -> Parser.parse("1" + "+1".repeat(300)))
                .isInstanceOfSatisfying(FormulaException.class, fault -> assertThat(fault.error())
                        .isEqualTo(FormulaError.TOO_LARGE));
        assertThatThrownBy(() -> Parser.parse(" ".repeat(2_001)))
                .isInstanceOfSatisfying(FormulaException.class, fault -> assertThat(fault.error())
                        .isEqualTo(FormulaError.TOO_LARGE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "share(LOANS, DEPOSITS) | PCT | 0",
                "LOANS / DEPOSITS * 100 | PCT | 0",
                "LOANS / DEPOSITS | TIMES | 0",
                "LOANS / DEPOSITS | PCT | 7",
                "LOANS + DEPOSITS | CNY_100M | 0",
                "LOANS + DEPOSITS | CNY | 7",
                "LOANS * 1e8 + TAX | CNY | 0",
                "LOANS + TAX | CNY | 7",
                "LOANS + PEOPLE | CNY_100M | 7",
                "LOANS * 1e8 / (PEOPLE * 1e4) | CNY_PER_PERSON | 0",
                "LOANS / PEOPLE | CNY_PER_PERSON | 7",
                "LOANS / (RATE / 100) | CNY_100M | 0",
                "LOANS * RATE / 100 | CNY_100M | 0",
                "LOANS * RATE | CNY_100M | 7",
                "LOANS * (1 + RATE / 100) | CNY_100M | 0",
                "1 + LOANS | CNY_100M | 3",
                "RATE - lag(RATE, 1) | PP | 0",
                "yoy(LOANS) | PCT | 0",
                "RATE * 2 - 100 | PCT | 0",
                "max(LOANS, 0) | CNY_100M | 1",
                "PLACE + 1 | RANK | 1",
                "FIRMS + FIRMS | ENTERPRISE | 0",
                "1 + 2 | TIMES | 3",
                "LOANS / (2 - 2) | CNY_100M | 7"
            })
    void unitsAreChecked(String formula, String declared, int column) {
        Unit unit =
                switch (declared) {
                    case "PCT" -> unit("PCT", "%", "ratio");
                    case "TIMES" -> unit("TIMES", "1", "ratio");
                    case "PP" -> unit("PP", "{pp}", "difference");
                    case "CNY_PER_PERSON" -> unit("CNY_PER_PERSON", "[CNY]/{person}", "currency_per_capita");
                    default ->
                        UNITS.values().stream()
                                .filter(one -> one.code().equals(declared))
                                .findFirst()
                                .orElseThrow();
                };
        int found = 0;
        try {
            UnitCheck.check(Parser.parse(formula), reference -> UNITS.get(reference.alias()), unit);
        } catch (FormulaException fault) {
            assertThat(fault.error()).isEqualTo(FormulaError.UNITS);
            found = fault.column();
        }
        assertThat(found).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOANS / DEPOSITS | true | none",
                "LOANS / TAX | false | none",
                "LOANS / TAX | true | STOCK_AND_FLOW",
                "lag(LOANS, 1) | true | STOCK_AND_FLOW",
                "lag(LOANS, 1, year) | true | none",
                "ytd(TAX) | false | none",
                "ytd(LOANS) | false | STOCK_AND_FLOW",
                "ytd(ytd(TAX)) | false | TOO_DEEP",
                "sum(children(sum(children(TAX)))) | false | TOO_DEEP"
            })
    @Tag("I12")
    void statesAreNeverAddedOverTimeAndNotMixedWithFlows(String formula, boolean state, String error) {
        String found = "none";
        try {
            StructureCheck.check(Parser.parse(formula), reference -> STATES.contains(reference.alias()), state);
        } catch (FormulaException fault) {
            found = fault.error().name();
        }
        assertThat(found).isEqualTo(error);
    }

    private void figure(String what, String value) {
        figures.put(what, new BigDecimal(value));
    }

    private Result evaluate(String formula, String period) {
        return evaluate(formula, period, "city");
    }

    private Result evaluate(String formula, String period, String region) {
        Evaluator evaluator = new Evaluator(
                (reference, place) -> {
                    BigDecimal value = figures.get(reference.alias() + " " + place.region() + " " + place.period());
                    return value == null
                            ? Result.missing(
                                    new Missing(Missing.Reason.NO_FIGURE, reference.alias(), place, reference.column()))
                            : Result.of(value);
                },
                place -> place.region().equals("city") ? List.of(List.of("one", "former"), List.of("two")) : List.of());
        return evaluator.evaluate(Parser.parse(formula), new Place(region, Period.parse(period)));
    }

    private static Unit unit(String code, String ucum, String kind) {
        return new Unit(code, new LocalizedText(code, code), ucum, kind);
    }
}
