package org.finplan.risk.rulebook.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.finplan.platform.period.Period;
import org.finplan.risk.rulebook.SampleBook;
import org.finplan.risk.rulebook.definition.Limit;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.judgement.History;
import org.finplan.risk.rulebook.judgement.Reading;
import org.finplan.risk.rulebook.judgement.Result;
import org.finplan.risk.rulebook.judgement.RuleEvaluator;
import org.finplan.risk.rulebook.judgement.Surroundings;
import org.junit.jupiter.api.Test;

class BookEvaluationTest {

    private static final RuleDefinition RATIO = SampleBook.rule("""
            "signal": "limit", "numerator": "total-liabilities", "denominator": "net-assets", "unit": "PCT",
            "comparator": "at-most", "limits": [{"value": 100}]""");

    private static InstitutionCase sample(Set<String> told, Reading... readings) {
        return new InstitutionCase(SampleBook.history(readings), Map.of(), Map.of(), Map.of(), told);
    }

    private static RuleDefinition broken() {
        RuleDefinition sound = SampleBook.shipped("ML-01");
        return new RuleDefinition(
                "sample-broken",
                1,
                sound.kinds(),
                sound.name(),
                sound.regulation(),
                null,
                sound.status(),
                sound.authority(),
                sound.clause(),
                new Signal.OfLimit(
                        sound.signal().measured().orElseThrow(),
                        null,
                        List.of(new Limit(BigDecimal.ONE, null, null)),
                        null,
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of()),
                sound.warning());
    }

    @Test
    void aRuleThatFailsStopsNoOtherAndIsNamed() {
        RuleDefinition sound = SampleBook.shipped("ML-01");
        Evaluation says = new BookEvaluation(List.of(broken(), sound))
                .evaluate(sample(
                        Set.of("sample-broken"),
                        SampleBook.reading("2025", "largest-single-borrower-loan-balance", 1, "net-assets", 10)));
        assertThat(says.told().stream()
                        .map(of -> of.rule().code() + " "
                                + of.results().get(0).judgement().verdict().code()))
                .containsExactly("sample-broken undecided", "ML-01 near");
        assertThat(says.failed()).containsOnlyKeys("sample-broken");
    }

    @Test
    void aDivisionByZeroLosesNoOtherPeriod() {
        RuleDefinition divides = SampleBook.rule("""
                "signal": "trend", "numerator": "total-liabilities / net-assets", "denominator": "total-assets",
                "unit": "TIMES", "comparator": "at-most", "level": "blue", "parameters": {"steps": 1}""");
        Evaluation says = new BookEvaluation(List.of(divides))
                .evaluate(sample(
                        Set.of("sample-rule"),
                        SampleBook.reading("2022", "total-liabilities", 1, "net-assets", 0, "total-assets", 1),
                        SampleBook.reading("2023", "total-liabilities", 1, "net-assets", 1, "total-assets", 1),
                        SampleBook.reading("2024", "total-liabilities", 2, "net-assets", 1, "total-assets", 1)));
        assertThat(says.failed()).isEmpty();
        assertThat(says.told().get(0).results().stream().map(result -> result.judgement()
                        .verdict()
                        .obstacle()
                        .orElse(result.judgement().verdict().code())))
                .containsExactly("division-by-zero", "too-few-periods", "near");
    }

    @Test
    void whatIsMissingIsNamedByPeriodWithTheRulesThatWaitForIt() {
        RuleDefinition other = SampleBook.rule("""
                "signal": "trend", "numerator": "total-liabilities", "comparator": "at-most", "level": "blue",
                "parameters": {"steps": 1}""");
        InstitutionCase overdue = new InstitutionCase(
                SampleBook.history(SampleBook.reading("2024", "net-assets", 1)),
                Map.of(Period.parse("2025"), 3, Period.parse("2024"), 5),
                Map.of(),
                Map.of(),
                Set.of());
        Map<Period, Gap> gaps =
                new BookEvaluation(List.of(RATIO, other)).evaluate(overdue).gaps();
        assertThat(gaps.get(Period.parse("2024")).metrics()).containsExactly("total-liabilities");
        assertThat(gaps.get(Period.parse("2024")).rules()).containsExactly("sample-rule");
        assertThat(gaps.get(Period.parse("2025")).metrics()).containsExactly("net-assets", "total-liabilities");
        assertThat(gaps).hasSize(2);
    }

    @Test
    void aScoreComesDownWhenNothingIsFoundAnyMore() {
        RuleDefinition score = SampleBook.rule("""
                "signal": "composite", "weights": {"ML-01": 9, "B": 1, "C": 1}, "level": "orange", "parameters": {"bound": 40}""");
        BookEvaluation book = new BookEvaluation(List.of(score));
        Evaluation says = book.evaluate(sample(Set.of("sample-rule"), SampleBook.reading("2025", "net-assets", 10)));
        assertThat(says.told().get(0).results().get(0).judgement().verdict().code())
                .isEqualTo("clear");
        assertThat(book.evaluate(sample(Set.of(), SampleBook.reading("2025", "net-assets", 10)))
                        .results())
                .isEqualTo(1);
    }

    @Provide
    Arbitrary<List<Reading>> histories() {
        Arbitrary<BigDecimal> figure = Arbitraries.oneOf(
                Arbitraries.of(
                                "0",
                                "-1",
                                "1",
                                "90",
                                "100",
                                "100.0000000000000001",
                                "99.9999999999999999",
                                "150",
                                "1e20")
                        .map(BigDecimal::new),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-10"), new BigDecimal("300"))
                        .ofScale(4));
        List<String> metrics = List.of("total-liabilities", "net-assets", "total-assets");
        Arbitrary<Map<String, BigDecimal>> values =
                Arbitraries.maps(Arbitraries.of(metrics), figure).ofMinSize(1);
        return values.list().ofMinSize(1).ofMaxSize(8).map(all -> {
            List<Reading> readings = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                readings.add(new Reading(Period.ofYear(2015 + i), all.get(i)));
            }
            return readings;
        });
    }

    @Provide
    Arbitrary<RuleDefinition> rules() {
        Arbitrary<String> formula = Arbitraries.of(
                "total-liabilities",
                "total-liabilities - net-assets",
                "total-liabilities * net-assets",
                "total-liabilities / total-assets + 1",
                "3 * (total-assets - total-liabilities)");
        Arbitrary<String> condition = Arbitraries.of(
                "",
                ", \"when\": [{\"numerator\": \"total-assets\", \"comparator\": \"at-least\", \"limit\": 100}]",
                ", \"unless\": [{\"numerator\": \"net-assets\", \"denominator\": \"total-assets\", \"unit\": \"PCT\","
                        + " \"comparator\": \"below\", \"limit\": 90}]");
        return Combinators.combine(
                        formula,
                        Arbitraries.of("net-assets", "total-assets", "net-assets + total-assets"),
                        Arbitraries.of("at-most", "below", "at-least", "above"),
                        Arbitraries.of("0", "1", "90", "100", "0.1", "33.3333"),
                        condition)
                .as((numerator, denominator, comparator, limit, conditions) ->
                        SampleBook.rule("""
                                "signal": "limit", "numerator": "%s", "denominator": "%s", "unit": "PCT", "comparator": "%s",
                                "limits": [{"value": %s, "from": "2017-01-01"}, {"value": 7, "until": "2015-12-31"}]%s""".formatted(numerator, denominator, comparator, limit, conditions)));
    }

    /** The estimate is never sure of what exact arithmetic denies: whatever is told or not, the same is warned of and counted. */
    @Property(tries = 2000)
    void whatIsNotWorkedOutExactlyIsClearOrMissing(
            @ForAll("histories") List<Reading> readings,
            @ForAll("rules") RuleDefinition rule,
            @ForAll boolean stricter) {
        History history = SampleBook.history(readings.toArray(Reading[]::new));
        Map<String, Map<String, List<Limit>>> local = stricter
                ? Map.of("sample-rule", Map.of("", List.of(new Limit(new BigDecimal("50"), null, null))))
                : Map.of();
        List<Result> exact = RuleEvaluator.evaluate(
                rule,
                history,
                new Surroundings(local.getOrDefault("sample-rule", Map.of()), Map.of(), Map.of(), Map.of()));
        BookEvaluation book = new BookEvaluation(List.of(rule));
        Evaluation quick = book.evaluate(new InstitutionCase(history, Map.of(), Map.of(), local, Set.of()));
        Evaluation whole =
                book.evaluate(new InstitutionCase(history, Map.of(), Map.of(), local, Set.of("sample-rule")));
        assertThat(quick.results()).isEqualTo(exact.size());
        assertThat(warned(quick.told().stream().flatMap(of -> of.warnings().stream())))
                .isEqualTo(warned(exact.stream()));
        assertThat(whole.told().get(0).results()).isEqualTo(exact);
        assertThat(quick.gaps()).isEqualTo(whole.gaps());
    }

    private static Set<String> warned(Stream<Result> results) {
        return results.filter(result -> result.judgement().verdict().warning().isPresent())
                .map(result -> result.period().text() + result.judgement())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
