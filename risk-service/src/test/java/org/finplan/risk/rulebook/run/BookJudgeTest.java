package org.finplan.risk.rulebook.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.period.Period;
import org.finplan.risk.report.CurrentFigures;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rulebook.ActiveRules;
import org.finplan.risk.rulebook.SampleBook;
import org.finplan.risk.rulebook.definition.Limit;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.judgement.Reading;
import org.junit.jupiter.api.Test;

class BookJudgeTest {

    @Test
    void aRuleThatFailsStopsNoOtherAndIsCounted() {
        RuleDefinition sound = SampleBook.shipped("ML-01");
        Measure measure = sound.signal().measured().orElseThrow();
        RuleDefinition broken = new RuleDefinition(
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
                        measure,
                        null,
                        List.of(new Limit(BigDecimal.ONE, null, null)),
                        null,
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of()),
                sound.warning());
        Failures failures = new Failures();
        BookJudge judge = new BookJudge(
                new ActiveRules.Book(1, List.of(broken, sound), List.of()), null, new UUID(1, 1), Map.of(), failures);
        CurrentFigures.OfPeriod figures = new CurrentFigures.OfPeriod(
                Period.parse("2025"),
                Map.of("largest-single-borrower-loan-balance", BigDecimal.ONE, "net-assets", BigDecimal.TEN),
                1);
        Judged institution = new Judged(
                "演示样本机构",
                SampleBook.history(new Reading(figures.period(), figures.values())),
                List.of(figures),
                Map.of());
        List<Finding> findings = judge.judge(institution);
        assertThat(findings.stream()
                        .map(finding -> finding.subject().rule() + " "
                                + finding.verdict().code()))
                .containsExactly("sample-broken undecided", "ML-01 near");
        assertThat(failures.byRule()).containsExactly(Map.entry("sample-broken", 1));
    }
}
