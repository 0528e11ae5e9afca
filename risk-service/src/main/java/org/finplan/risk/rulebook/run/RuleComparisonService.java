package org.finplan.risk.rulebook.run;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.finplan.platform.period.Period;
import org.finplan.platform.sql.EveryRegion;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rulebook.ActiveRules;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.evaluation.BookEvaluation;
import org.finplan.risk.rulebook.evaluation.Evaluation;
import org.finplan.risk.rulebook.evaluation.InstitutionCase;
import org.finplan.risk.rulebook.judgement.PeerGroup;
import org.finplan.risk.rulebook.judgement.Result;

/**
 * Compares the version of a rule that is on its way with the one in force, on all that was reported, as a run would judge it: with
 * local limits, peers, late reports and, for a score, what the other rules find. Nothing is stored.
 */
@ApplicationScoped
class RuleComparisonService {

    private static final int MOST = 500;

    private final ActiveRules active;
    private final JudgedInstitutions institutions;
    private final InstitutionJudging judging;
    private final PeerSpreads peers;
    private final EveryRegion everyRegion;

    RuleComparisonService(
            ActiveRules active,
            JudgedInstitutions institutions,
            InstitutionJudging judging,
            PeerSpreads peers,
            EveryRegion everyRegion) {
        this.active = active;
        this.institutions = institutions;
        this.judging = judging;
        this.peers = peers;
        this.everyRegion = everyRegion;
    }

    @Transactional
    RuleComparison compare(String code) {
        ActiveRules.Compared rules = active.compared(code);
        ActiveRules.Book book = active.book();
        Map<String, Map<Period, PeerGroup>> others = others(rules);
        Tally tally = new Tally(rules, book);
        institutions.all(some -> {
            List<InstitutionCase> cases = everyRegion.with(() -> judging.cases(some, book, any -> Set.of(code)));
            cases.forEach(one -> tally.take(one, others.isEmpty() ? one : among(one, others)));
        });
        return tally.comparison();
    }

    /** Peers by a measure that the rule in force does not have, of the institutions that the caller sees; else none. */
    private Map<String, Map<Period, PeerGroup>> others(ActiveRules.Compared rules) {
        boolean same = measured(rules.published().orElse(null)).equals(measured(rules.candidate()));
        if (same || !(rules.candidate().signal() instanceof Signal.OfPeers)) {
            return Map.of();
        }
        Map<String, Map<Period, PeerGroup>> byRule = new HashMap<>();
        peers.reckon(List.of(rules.candidate()), institutions.codes()).values().forEach(byRule::putAll);
        return byRule;
    }

    private static Optional<String> measured(@Nullable RuleDefinition rule) {
        return rule == null || !(rule.signal() instanceof Signal.OfPeers)
                ? Optional.empty()
                : rule.signal().measured().map(Measure::text);
    }

    private static InstitutionCase among(InstitutionCase one, Map<String, Map<Period, PeerGroup>> peers) {
        return new InstitutionCase(one.history(), one.daysLate(), peers, one.stricter(), one.told());
    }

    private static final class Tally {

        private final ActiveRules.Compared rules;
        private final BookEvaluation before;
        private final BookEvaluation after;
        private final List<RuleComparison.Difference> more = new ArrayList<>();
        private final List<RuleComparison.Difference> less = new ArrayList<>();
        private int judged;
        private int results;
        private int undecided;
        private int failed;
        private int unchanged;

        Tally(ActiveRules.Compared rules, ActiveRules.Book book) {
            this.rules = rules;
            this.before = new BookEvaluation(
                    rules.published().map(rule -> needed(rule, book)).orElse(List.of()));
            this.after = new BookEvaluation(needed(rules.candidate(), book));
        }

        /** A score needs all rules, any other one itself alone. */
        private static List<RuleDefinition> needed(RuleDefinition rule, ActiveRules.Book book) {
            return rule.signal() instanceof Signal.OfComposite
                    ? Stream.concat(
                                    book.rules().stream()
                                            .filter(other -> !other.code().equals(rule.code())),
                                    Stream.of(rule))
                            .toList()
                    : List.of(rule);
        }

        void take(InstitutionCase institution, InstitutionCase ofCandidate) {
            boolean was =
                    rules.published().filter(rule -> judges(rule, institution)).isPresent();
            if (!was && !judges(rules.candidate(), institution)) {
                return;
            }
            judged++;
            Map<String, Result> old = newest(results(before.evaluate(institution)));
            Evaluation now = after.evaluate(ofCandidate);
            failed += now.failed().containsKey(rules.candidate().code()) ? 1 : 0;
            List<Result> found = results(now);
            results += found.size();
            undecided += (int) found.stream()
                    .filter(result -> result.judgement().verdict().obstacle().isPresent())
                    .count();
            Map<String, Result> newest = newest(found);
            TreeSet<String> counterparts = new TreeSet<>(old.keySet());
            counterparts.addAll(newest.keySet());
            counterparts.forEach(counterpart -> compare(
                    institution.history().institution(), counterpart, old.get(counterpart), newest.get(counterpart)));
        }

        private static boolean judges(RuleDefinition rule, InstitutionCase institution) {
            return rule.kinds().contains(institution.history().kind());
        }

        private List<Result> results(Evaluation evaluation) {
            return evaluation.told().stream()
                    .filter(of -> of.rule().code().equals(rules.candidate().code()))
                    .flatMap(of -> of.results().stream())
                    .toList();
        }

        private static Map<String, Result> newest(List<Result> results) {
            Map<String, Result> newest = new HashMap<>();
            results.stream()
                    .filter(result -> result.judgement().verdict().obstacle().isEmpty())
                    .sorted(Comparator.comparing(
                                    (Result result) -> result.period().end())
                            .thenComparing(result -> result.period().start()))
                    .forEach(result -> newest.put(result.counterpart() == null ? "" : result.counterpart(), result));
            return newest;
        }

        private void compare(String institution, String counterpart, @Nullable Result old, @Nullable Result now) {
            Optional<Level> before = level(old);
            Optional<Level> after = level(now);
            if (before.equals(after)) {
                unchanged++;
                return;
            }
            boolean graver =
                    after.isPresent() && (before.isEmpty() || after.get().isAbove(before.get()));
            List<RuleComparison.Difference> list = graver ? more : less;
            if (list.size() < MOST) {
                list.add(new RuleComparison.Difference(
                        institution,
                        counterpart.isEmpty() ? null : counterpart,
                        (now == null ? old : now).period().text(),
                        before.map(Level::code).orElse(null),
                        after.map(Level::code).orElse(null)));
            }
        }

        private static Optional<Level> level(@Nullable Result result) {
            return result == null
                    ? Optional.empty()
                    : result.judgement().verdict().warning();
        }

        RuleComparison comparison() {
            return new RuleComparison(
                    rules.candidate().code(),
                    rules.published().map(RuleDefinition::version).orElse(null),
                    rules.candidate().version(),
                    rules.state(),
                    judged,
                    results,
                    undecided,
                    failed,
                    unchanged,
                    more,
                    less);
        }
    }
}
