package org.finplan.benchmarks.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.period.Period;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.evaluation.BookEvaluation;
import org.finplan.risk.rulebook.evaluation.Evaluation;
import org.finplan.risk.rulebook.evaluation.InstitutionCase;
import org.finplan.risk.rulebook.judgement.Result;

/** The rules in our rule book, as a run applies them, the reports ready as facts of Drools are. */
final class OurEvaluation {

    private final List<RuleDefinition> rules = SampleRules.ours();
    private final BookEvaluation book = new BookEvaluation(rules);
    private final List<BookEvaluation.Ready> reports = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Period, Integer> periods = new HashMap<>();

    OurEvaluation(int institutions) {
        for (int i = 0; i < institutions; i++) {
            reports.add(book.prepare(
                    new InstitutionCase(SampleReports.history(i), Map.of(), Map.of(), Map.of(), Set.of())));
        }
        rules.forEach(rule -> numbers.put(rule.code(), numbers.size()));
        for (int i = 0; i < SampleReports.PERIODS; i++) {
            periods.put(SampleReports.period(i), i);
        }
    }

    /** {@return who is to be warned} */
    Answers run() {
        Answers answers = new Answers();
        for (int i = 0; i < reports.size(); i++) {
            for (Evaluation.OfRule of : book.evaluate(reports.get(i)).told()) {
                for (Result result : of.warnings()) {
                    Level level = result.judgement().verdict().warning().orElseThrow();
                    answers.add(numbers.get(of.rule().code()), i, periods.get(result.period()), level.rank());
                }
            }
        }
        return answers;
    }
}
