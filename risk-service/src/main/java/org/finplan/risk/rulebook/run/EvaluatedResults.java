package org.finplan.risk.rulebook.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.platform.sql.EveryRegion;
import org.finplan.risk.assessment.InstitutionResults;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rulebook.ActiveRules;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.evaluation.BookEvaluation;

/** Works out again what the rules said of an institution when it was judged last. */
@ApplicationScoped
class EvaluatedResults implements InstitutionResults {

    private final JudgedInstitutions institutions;
    private final InstitutionJudging judging;
    private final JudgementRepository judgements;
    private final ActiveRules active;
    private final EveryRegion everyRegion;

    EvaluatedResults(
            JudgedInstitutions institutions,
            InstitutionJudging judging,
            JudgementRepository judgements,
            ActiveRules active,
            EveryRegion everyRegion) {
        this.institutions = institutions;
        this.judging = judging;
        this.judgements = judgements;
        this.active = active;
        this.everyRegion = everyRegion;
    }

    @Override
    @Transactional
    public Optional<LastJudgement> of(String institution) {
        return Optional.ofNullable(judgements.of(List.of(institution)).get(institution))
                .flatMap(last -> institutions.of(List.of(institution), last.at()).stream()
                        .findFirst()
                        .map(read -> new LastJudgement(last.ruleSet(), last.cause(), last.at(), findings(read, last))));
    }

    private List<Finding> findings(Judged read, JudgementRepository.Last last) {
        ActiveRules.Book book = active.book(last.ruleSet());
        Set<String> all = book.rules().stream().map(RuleDefinition::code).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        BookEvaluation evaluation = judging.evaluation(book);
        everyRegion
                .with(() -> judging.cases(List.of(read), book, any -> all))
                .forEach(one -> evaluation.evaluate(one).told().forEach(of -> of.results()
                        .forEach(result -> findings.add(read.finding(of.rule(), result, last.cause())))));
        return findings;
    }
}
