package org.finplan.risk.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.rulebook.SampleBook.history;
import static org.finplan.risk.rulebook.SampleBook.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.finplan.platform.period.Period;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rulebook.content.RuleReader;
import org.finplan.risk.rulebook.content.RuleRequest;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.SourceStatus;
import org.finplan.risk.rulebook.judgement.PeerGroup;
import org.finplan.risk.rulebook.judgement.Reading;
import org.finplan.risk.rulebook.judgement.Result;
import org.finplan.risk.rulebook.judgement.RuleEvaluator;
import org.finplan.risk.rulebook.judgement.Spread;
import org.finplan.risk.rulebook.judgement.Surroundings;
import org.junit.jupiter.api.Test;

/** A rule whose text nobody has confirmed never states a breach, and warns no higher than yellow, whatever its signal. */
class SourceStatusTest {

    private static final List<String> SIGNALS = List.of("""
            "signal": "limit", "numerator": "total-liabilities", "denominator": "net-assets", "unit": "PCT",
            "comparator": "at-most", "limits": [{"value": 1}], "steps": [{"from": 2, "level": "red"}]""", """
            "signal": "limit", "numerator": "total-liabilities", "comparator": "at-most", "limits": [{"value": 900}],
            "bands": [{"level": "orange", "from": 0.1, "to": 1}, {"level": "red", "from": 1}]""", """
            "signal": "trend", "numerator": "total-liabilities", "comparator": "at-most", "level": "red",
            "parameters": {"steps": 1}""", """
            "signal": "peer-outlier", "numerator": "total-liabilities", "level": "red", "parameters": {"threshold": 0.1}""", """
            "signal": "ewma", "numerator": "total-liabilities", "level": "red", "parameters": {"mean": 1, "deviation": 0.1}""", """
            "signal": "cusum", "numerator": "total-liabilities", "level": "red",
            "parameters": {"mean": 1, "slack": 0, "bound": 0.1}""", """
            "signal": "identity", "numerator": "total-liabilities", "right": "net-assets", "level": "red\"""", """
            "signal": "late-report", "steps": [{"from": 1, "level": "red"}]""", """
            "signal": "composite", "weights": {"A": 1, "B": 1, "C": 1}, "level": "red", "parameters": {"bound": 1}""");

    private static final Surroundings AROUND = new Surroundings(
            Map.of(),
            Map.of(
                    Period.parse("2025"),
                    new PeerGroup(
                            5,
                            Spread.of(List.of("1", "2", "3", "4", "5").stream()
                                    .map(BigDecimal::new)
                                    .toList()))),
            Map.of(Period.parse("2025"), Map.of("A", Level.RED, "B", Level.RED)),
            Map.of(Period.parse("2025"), 99));

    @Provide
    Arbitrary<String> signals() {
        return Arbitraries.of(SIGNALS);
    }

    private static RuleDefinition rule(String signal, SourceStatus status) {
        RuleRequest content = SampleBook.content(signal);
        RuleDefinition rule = RuleReader.read(content, 1, SampleBook.METRICS);
        return new RuleDefinition(
                rule.code(),
                1,
                rule.kinds(),
                rule.name(),
                rule.regulation(),
                null,
                status,
                rule.authority(),
                rule.clause(),
                rule.signal(),
                rule.warning());
    }

    private static List<Result> judged(RuleDefinition rule, List<Integer> liabilities, int assets) {
        Reading[] readings = new Reading[liabilities.size()];
        for (int i = 0; i < readings.length; i++) {
            readings[i] = reading(
                    Integer.toString(2026 - readings.length + i),
                    "total-liabilities",
                    liabilities.get(i),
                    "net-assets",
                    assets);
        }
        return RuleEvaluator.evaluate(rule, history(readings), AROUND);
    }

    @Property(tries = 300)
    void noSignalOfAnUnconfirmedRuleStatesABreachOrIsAboveYellow(
            @ForAll("signals") String signal,
            @ForAll SourceStatus status,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 1000) Integer> liabilities,
            @ForAll @IntRange(min = -1, max = 500) int assets) {
        List<Result> confirmed = judged(rule(signal, SourceStatus.CONFIRMED), liabilities, assets);
        RuleDefinition rule = rule(signal, status);
        List<Result> results = judged(rule, liabilities, assets);
        assertThat(results).hasSameSizeAs(confirmed);
        for (int i = 0; i < results.size(); i++) {
            Verdict verdict = results.get(i).judgement().verdict();
            Level figures = confirmed.get(i).judgement().verdict().warning().orElse(null);
            assertThat(verdict.warning().orElse(null)).isEqualTo(figures == null ? null : status.cap(figures));
            assertThat(verdict.warning().map(rule.levels()::contains).orElse(true))
                    .isTrue();
            if (status != SourceStatus.CONFIRMED) {
                assertThat(verdict).isNotInstanceOf(Verdict.Breached.class);
                assertThat(verdict.warning().filter(level -> level.isAbove(Level.YELLOW)))
                        .isEmpty();
            }
        }
    }

    @Test
    void everySignalWarnsSomewhereSoThatThePropertySaysSomething() {
        assertThat(SIGNALS).allSatisfy(signal -> assertThat(
                        judged(rule(signal, SourceStatus.CONFIRMED), List.of(1, 1000), 500).stream()
                                .flatMap(result -> result.judgement().verdict().warning().stream()))
                .contains(Level.RED));
    }
}
