package org.finplan.risk.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.finplan.platform.period.Period;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rulebook.definition.Condition;
import org.finplan.risk.rulebook.definition.Limit;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.definition.SourceStatus;
import org.finplan.risk.rulebook.formula.Formula;
import org.finplan.risk.rulebook.formula.MetricCatalogue;
import org.finplan.risk.rulebook.judgement.Judgement;
import org.finplan.risk.rulebook.judgement.Reading;
import org.finplan.risk.rulebook.judgement.Result;
import org.finplan.risk.rulebook.judgement.RuleEvaluator;
import org.finplan.risk.rulebook.judgement.Surroundings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every statutory limit just inside, at and just outside. */
class StatutoryRulesTest {

    private static final BigDecimal STEP = new BigDecimal("0.0001");
    private static final BigDecimal WHOLE = new BigDecimal("1000000000");

    static List<RuleDefinition> limits() {
        return SampleBook.shipped().stream()
                .filter(rule -> rule.signal() instanceof Signal.OfLimit)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("limits")
    @Tag("R02")
    void aLimitIsBrokenJustBeyondItAndNotAtIt(RuleDefinition rule) {
        Signal.OfLimit signal = (Signal.OfLimit) rule.signal();
        BigDecimal limit = signal.limits().get(0).value();
        BigDecimal beyond = signal.comparator().isUpper() ? limit.add(STEP) : limit.subtract(STEP);
        BigDecimal inside = signal.comparator().isUpper() ? limit.subtract(STEP) : limit.add(STEP);
        if (limit.signum() > 0) {
            assertThat(judged(rule, signal, inside).beyond()).as("inside").isFalse();
        }
        assertThat(judged(rule, signal, limit).beyond()).as("at the limit").isFalse();
        Judgement broken = judged(rule, signal, beyond);
        assertThat(broken.beyond()).as("beyond").isTrue();
        assertThat(broken.limit()).isEqualByComparingTo(limit);
        assertThat(broken.verdict())
                .as("only a confirmed text states a breach")
                .isInstanceOf(rule.status() == SourceStatus.CONFIRMED ? Verdict.Breached.class : Verdict.Near.class);
        assertThat(broken.verdict()
                        .warning()
                        .orElseThrow()
                        .isAbove(rule.status().cap(Level.RED)))
                .isFalse();
    }

    private static Judgement judged(RuleDefinition rule, Signal.OfLimit signal, BigDecimal figure) {
        Map<String, BigDecimal> values = new HashMap<>();
        signal.when().forEach(condition -> fulfil(condition, values, 1));
        signal.unless().forEach(condition -> fulfil(condition, values, 0));
        fill(signal.measure(), figure, values);
        List<Result> results = RuleEvaluator.evaluate(
                rule, SampleBook.history(new Reading(Period.parse("2025"), values)), Surroundings.NONE);
        assertThat(results).hasSize(1);
        return results.get(0).judgement();
    }

    /** Makes a share 0 or 1, and an amount small. */
    private static void fulfil(Condition condition, Map<String, BigDecimal> values, int share) {
        Measure measure = condition.measure();
        if (measure.denominator() == null) {
            boolean small = condition.comparator().isUpper() == (share == 1);
            BigDecimal half = condition.limit().multiply(new BigDecimal("0.5"));
            BigDecimal value = small ? half : condition.limit().add(half).add(BigDecimal.ONE);
            measure.numerator().metrics().forEach(code -> values.put(code, value));
        } else {
            measure.denominator().metrics().forEach(code -> values.put(code, BigDecimal.TEN));
            measure.numerator()
                    .metrics()
                    .forEach(code -> values.put(code, BigDecimal.TEN.multiply(BigDecimal.valueOf(share))));
        }
    }

    /** Gives one metric over the line and one under it such values that the measure is the figure; formulas are linear. */
    private static void fill(Measure measure, BigDecimal figure, Map<String, BigDecimal> values) {
        Stream.of(measure.numerator(), measure.denominator())
                .filter(formula -> formula != null)
                .flatMap(formula -> formula.metrics().stream())
                .forEach(code -> values.putIfAbsent(code, BigDecimal.ZERO));
        BigDecimal over = figure;
        if (measure.denominator() != null) {
            String under = rising(measure.denominator(), Map.of());
            values.put(under, WHOLE);
            over = figure.multiply(WHOLE).divide(MetricCatalogue.scale(measure.unit()), MathContext.DECIMAL128);
        }
        String metric =
                rising(measure.numerator(), measure.denominator() == null ? Map.of() : at(measure.denominator()));
        BigDecimal slope = slope(measure.numerator(), metric);
        values.put(metric, BigDecimal.ZERO);
        BigDecimal rest = measure.numerator().of(values).rounded();
        values.put(metric, over.subtract(rest).divide(slope, MathContext.DECIMAL128));
    }

    private static Map<String, BigDecimal> at(Formula formula) {
        Map<String, BigDecimal> zeros = new HashMap<>();
        formula.metrics().forEach(code -> zeros.put(code, BigDecimal.ZERO));
        return zeros;
    }

    private static String rising(Formula formula, Map<String, BigDecimal> taken) {
        return formula.metrics().stream()
                .filter(code -> !taken.containsKey(code) && slope(formula, code).signum() > 0)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal slope(Formula formula, String metric) {
        Map<String, BigDecimal> values = at(formula);
        values.put(metric, BigDecimal.ONE);
        return formula.of(values).rounded();
    }

    @ParameterizedTest
    @CsvSource({"2.9999, ", "3, ", "3.0001, BLUE", "5, BLUE", "5.0001, YELLOW", "50, YELLOW"})
    void theCompensationRatioHasTwoSteps(String ratio, Level level) {
        RuleDefinition rule = SampleBook.shipped("FG-15");
        Judgement judgement = judged(rule, (Signal.OfLimit) rule.signal(), new BigDecimal(ratio));
        assertThat(judgement.verdict().warning().orElse(null)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"PW-09A, 3000000, 0, 0", "PW-09B, 5000000, 1, 0", "PW-09C, 10000000, 0, 1"})
    void theCapitalOfAPawnshopFollowsItsBusiness(String code, BigDecimal floor, int realEstate, int rights) {
        RuleDefinition rule = SampleBook.shipped(code);
        for (BigDecimal capital : List.of(floor.add(BigDecimal.ONE), floor, floor.subtract(BigDecimal.ONE))) {
            List<Result> results = RuleEvaluator.evaluate(
                    rule,
                    SampleBook.history(SampleBook.reading(
                            "2025",
                            "registered-capital",
                            capital,
                            "real-estate-mortgage-pawn-balance",
                            realEstate,
                            "property-right-pledge-pawn-balance",
                            rights)),
                    Surroundings.NONE);
            assertThat(results.get(0).judgement().beyond()).isEqualTo(capital.compareTo(floor) < 0);
        }
        assertThat(RuleEvaluator.evaluate(
                        rule,
                        SampleBook.history(SampleBook.reading(
                                "2025",
                                "registered-capital",
                                1,
                                "real-estate-mortgage-pawn-balance",
                                0,
                                "property-right-pledge-pawn-balance",
                                0)),
                        Surroundings.NONE))
                .hasSize(code.equals("PW-09A") ? 1 : 0);
    }

    /** 120 to 150 % and 1.5 to 2.5 %, set for each bank: a local limit of the institution. */
    @ParameterizedTest
    @CsvSource({"BK-03, 150", "BK-04, 2.5"})
    void aFloorOfOneBankIsStricterThanTheRules(String code, BigDecimal floor) {
        RuleDefinition rule = SampleBook.shipped(code);
        Signal.OfLimit signal = (Signal.OfLimit) rule.signal();
        Surroundings own =
                new Surroundings(Map.of("", List.of(new Limit(floor, null, null))), Map.of(), Map.of(), Map.of());
        for (BigDecimal figure : List.of(floor.add(STEP), floor, floor.subtract(STEP))) {
            Map<String, BigDecimal> values = new HashMap<>();
            fill(signal.measure(), figure, values);
            Reading reading = new Reading(Period.parse("2025"), values);
            Judgement judgement = RuleEvaluator.evaluate(rule, SampleBook.history(reading), own)
                    .get(0)
                    .judgement();
            assertThat(judgement.limit()).isEqualByComparingTo(floor);
            assertThat(judgement.beyond()).isEqualTo(figure.compareTo(floor) < 0);
        }
    }

    @Test
    void everyRuleOfTheReferenceIsThereOnceWithItsSource() {
        List<RuleDefinition> rules = SampleBook.shipped();
        assertThat(rules).extracting(RuleDefinition::code).doesNotHaveDuplicates();
        assertThat(rules.stream()
                        .map(rule -> rule.code().replaceAll("[A-F]$", ""))
                        .distinct())
                .contains(
                        "ML-01", "ML-11", "FG-01", "FG-15", "PW-01", "PW-09", "FL-01", "FL-08", "FA-01", "FA-05",
                        "BK-01", "BK-14");
        assertThat(rules).extracting(RuleDefinition::code).contains("PW-09C", "BK-05D", "BK-05E", "BK-05F", "BK-11C");
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.regulation()).isNotBlank();
            assertThat(rule.name().zh()).isNotBlank();
            assertThat(rule.name().en()).isNotBlank();
        });
        assertThat(rules.stream().filter(rule -> rule.code().startsWith("BK-")))
                .allSatisfy(rule -> assertThat(rule.authority().code()).isEqualTo("refer"));
    }
}
