package org.finplan.risk.rulebook.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.sql.EveryRegion;
import org.finplan.risk.assessment.InstitutionFindings;
import org.finplan.risk.assessment.KnownFindings;
import org.finplan.risk.assessment.RuleTerms;
import org.finplan.risk.reportrequest.ReportRequests;
import org.finplan.risk.reportrequest.Wanted;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rulebook.ActiveRules;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.evaluation.BookEvaluation;
import org.finplan.risk.rulebook.evaluation.Evaluation;
import org.finplan.risk.rulebook.evaluation.InstitutionCase;
import org.finplan.risk.rulebook.judgement.PeerGroup;
import org.jboss.logging.Logger;

/**
 * Judges institutions by a rule set: reads all that they reported, applies the rules, and lets findings, alerts and report
 * requests follow. What follows from a report is the program's own doing, so that it reaches what an institution left in a region
 * that its reporter may not write.
 */
@ApplicationScoped
class InstitutionJudging {

    private static final Logger LOG = Logger.getLogger(InstitutionJudging.class);

    private final JudgedInstitutions institutions;
    private final PeerSpreads peers;
    private final InstitutionFindings findings;
    private final ReportRequests requests;
    private final JudgementRepository judgements;
    private final PlanRegister plans;
    private final EveryRegion everyRegion;
    private final Clock clock;
    private volatile Prepared prepared;

    /** The rules that were applied last, made ready once and not for each report and each part of a run. */
    private record Prepared(long ruleSet, BookEvaluation evaluation) {}

    InstitutionJudging(
            JudgedInstitutions institutions,
            PeerSpreads peers,
            InstitutionFindings findings,
            ReportRequests requests,
            JudgementRepository judgements,
            PlanRegister plans,
            EveryRegion everyRegion,
            Clock clock) {
        this.institutions = institutions;
        this.peers = peers;
        this.findings = findings;
        this.requests = requests;
        this.judgements = judgements;
        this.plans = plans;
        this.everyRegion = everyRegion;
        this.clock = clock;
    }

    /**
     * Judges institutions, in the transaction of the caller, who has locked them.
     *
     * @param codes their codes
     * @param book the rules
     * @param cause id of the run or report
     * @return what came of it
     */
    Tally judge(Collection<String> codes, ActiveRules.Book book, UUID cause) {
        return everyRegion.with(() -> judged(codes, book, cause));
    }

    private Tally judged(Collection<String> codes, ActiveRules.Book book, UUID cause) {
        List<Judged> all = institutions.of(codes);
        List<String> judged = all.stream().map(Judged::code).toList();
        KnownFindings known = findings.known(judged);
        List<Finding> found = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        Map<String, Integer> failures = new TreeMap<>();
        BookEvaluation evaluation = evaluation(book);
        long results = 0;
        List<InstitutionCase> cases = cases(all, book, known::rules);
        for (int i = 0; i < cases.size(); i++) {
            Judged institution = all.get(i);
            Evaluation says = evaluation.evaluate(cases.get(i));
            results += says.results();
            says.told().forEach(of -> of.results()
                    .forEach(result -> found.add(institution.finding(of.rule(), result, cause))));
            says.gaps()
                    .forEach((period, gap) -> wanted.add(new Wanted(
                            institution.code(), period, List.copyOf(gap.metrics()), List.copyOf(gap.rules()))));
            says.failed().forEach((rule, failure) -> failed(failures, rule, institution, failure));
        }
        InstitutionFindings.Effect effect = findings.take(known, found, circumstances(book, all, cause));
        requests.follow(
                judged, wanted.stream().filter(one -> !one.metrics().isEmpty()).toList());
        judgements.keep(judged, book.number(), cause, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return new Tally(judged.size(), results, effect.changed(), effect.warned(), failures);
    }

    /** {@return the rules of a book, ready to be applied by any number of threads} */
    BookEvaluation evaluation(ActiveRules.Book book) {
        Prepared last = prepared;
        if (last == null || last.ruleSet() != book.number()) {
            last = new Prepared(book.number(), new BookEvaluation(book.rules()));
            prepared = last;
        }
        return last.evaluation();
    }

    /** {@return institutions with all that their rules need beside their own figures; results of some rules are asked for} */
    List<InstitutionCase> cases(List<Judged> all, ActiveRules.Book book, Function<String, Set<String>> told) {
        RegionTree tree = plans.regions();
        LocalLimits limits = new LocalLimits(book, tree);
        Map<String, Map<String, Map<Period, PeerGroup>>> groups = peers.of(
                all.stream().map(judged -> judged.history().region()).distinct().toList());
        return all.stream()
                .map(judged -> new InstitutionCase(
                        judged.history(),
                        judged.daysLate(),
                        groups.getOrDefault(PeerSpreads.cityOf(judged.history().region(), tree), Map.of()),
                        limits.of(
                                judged.history().institution(), judged.history().region()),
                        told.apply(judged.code())))
                .toList();
    }

    private static void failed(
            Map<String, Integer> failures, String rule, Judged institution, RuntimeException failure) {
        if (failures.merge(rule, 1, Integer::sum) == 1) {
            LOG.errorf(failure, "Rule %s failed on %s", rule, institution.code());
        }
    }

    private static InstitutionFindings.Circumstances circumstances(
            ActiveRules.Book book, List<Judged> all, UUID cause) {
        Map<String, RuleTerms> terms = book.rules().stream()
                .collect(Collectors.toMap(
                        RuleDefinition::code,
                        rule -> new RuleTerms(
                                rule.name(), rule.warning(), rule.status().code())));
        return new InstitutionFindings.Circumstances(
                book.number(),
                terms::get,
                all.stream().collect(Collectors.toMap(Judged::code, Judged::name)),
                book.rules().stream()
                        .filter(rule -> !(rule.signal() instanceof Signal.OfPlan))
                        .map(RuleDefinition::code)
                        .collect(Collectors.toSet()),
                cause);
    }
}
