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
import java.util.TreeSet;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rulebook.ActiveRules;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.judgement.Result;
import org.finplan.risk.rulebook.judgement.RuleEvaluator;
import org.finplan.risk.rulebook.judgement.Surroundings;

/** Compares the version of a rule that is on its way with the one in force, on all that was reported. Nothing is stored. */
@ApplicationScoped
class RuleComparisonService {

    private static final int MOST = 500;

    private final ActiveRules active;
    private final JudgedInstitutions institutions;

    RuleComparisonService(ActiveRules active, JudgedInstitutions institutions) {
        this.active = active;
        this.institutions = institutions;
    }

    @Transactional
    RuleComparison compare(String code) {
        ActiveRules.Compared rules = active.compared(code);
        Tally tally = new Tally(rules);
        institutions.all(some -> some.forEach(tally::take));
        return tally.comparison();
    }

    private static final class Tally {

        private final ActiveRules.Compared rules;
        private final List<RuleComparison.Difference> more = new ArrayList<>();
        private final List<RuleComparison.Difference> less = new ArrayList<>();
        private int judged;
        private int results;
        private int undecided;
        private int failed;
        private int unchanged;

        Tally(ActiveRules.Compared rules) {
            this.rules = rules;
        }

        void take(Judged institution) {
            boolean before =
                    rules.published().filter(rule -> judges(rule, institution)).isPresent();
            if (!before && !judges(rules.candidate(), institution)) {
                return;
            }
            judged++;
            Map<String, Result> old = before ? newest(evaluate(rules.published().get(), institution)) : Map.of();
            List<Result> found =
                    judges(rules.candidate(), institution) ? evaluate(rules.candidate(), institution) : List.of();
            results += found.size();
            undecided += (int) found.stream()
                    .filter(result -> result.judgement().verdict().obstacle().isPresent())
                    .count();
            Map<String, Result> now = newest(found);
            TreeSet<String> counterparts = new TreeSet<>(old.keySet());
            counterparts.addAll(now.keySet());
            counterparts.forEach(
                    counterpart -> compare(institution, counterpart, old.get(counterpart), now.get(counterpart)));
        }

        private static boolean judges(RuleDefinition rule, Judged institution) {
            return rule.kinds().contains(institution.history().kind());
        }

        private List<Result> evaluate(RuleDefinition rule, Judged institution) {
            try {
                return RuleEvaluator.evaluate(rule, institution.history(), Surroundings.NONE);
            } catch (RuntimeException failure) {
                failed++;
                return List.of();
            }
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

        private void compare(Judged institution, String counterpart, @Nullable Result old, @Nullable Result now) {
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
                        institution.history().institution(),
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
