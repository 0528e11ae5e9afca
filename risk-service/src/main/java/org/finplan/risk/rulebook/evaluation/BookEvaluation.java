package org.finplan.risk.rulebook.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rulebook.definition.Limit;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.judgement.History;
import org.finplan.risk.rulebook.judgement.Judgement;
import org.finplan.risk.rulebook.judgement.Reading;
import org.finplan.risk.rulebook.judgement.Result;
import org.finplan.risk.rulebook.judgement.RuleEvaluator;
import org.finplan.risk.rulebook.judgement.Surroundings;

/**
 * Applies rules to institutions, one after another; each thread has its own. A rule of which an estimate shows that it is kept in
 * all periods is counted and not worked out. A rule that fails says so of each period, and the others go on.
 */
public final class BookEvaluation {

    private static final String RULE_FAILED = "rule-failed";

    private record Prepared(RuleDefinition rule, LimitEstimate estimate) {}

    private final Map<String, List<Prepared>> byKind = new HashMap<>();
    private final Map<String, List<RuleDefinition>> scores = new HashMap<>();
    private final Map<String, Integer> numbers;

    /**
     * Prepares rules.
     *
     * @param rules the rules, in the order in which they are applied; those that judge regions by the plan are left out
     */
    public BookEvaluation(List<RuleDefinition> rules) {
        numbers = Needs.numbered(rules);
        for (RuleDefinition rule : rules) {
            if (rule.signal() instanceof Signal.OfComposite) {
                each(rule, kind -> scores.computeIfAbsent(kind, any -> new ArrayList<>())
                        .add(rule));
            } else if (!(rule.signal() instanceof Signal.OfPlan)) {
                Prepared prepared = new Prepared(rule, estimate(rule));
                each(rule, kind -> byKind.computeIfAbsent(kind, any -> new ArrayList<>())
                        .add(prepared));
            }
        }
    }

    private static void each(RuleDefinition rule, Consumer<String> kind) {
        rule.kinds().forEach(kind);
    }

    /** A rule that cannot even be prepared fails when it is applied. */
    private LimitEstimate estimate(RuleDefinition rule) {
        try {
            return rule.signal() instanceof Signal.OfLimit limit ? new LimitEstimate(limit, numbers) : null;
        } catch (RuntimeException unprepared) {
            return null;
        }
    }

    /** An institution that is ready to be judged by these rules. */
    public static final class Ready {

        private final InstitutionCase institution;
        private final FigureTable table;

        private Ready(InstitutionCase institution, FigureTable table) {
            this.institution = institution;
            this.table = table;
        }
    }

    /**
     * Prepares an institution.
     *
     * @param institution the institution
     * @return the same, ready for {@link #evaluate(Ready)} of this object
     */
    public Ready prepare(InstitutionCase institution) {
        return new Ready(institution, new FigureTable(institution.history().readings(), numbers));
    }

    /**
     * Applies the rules for its kind to an institution.
     *
     * @param institution the institution
     * @return what they say
     */
    public Evaluation evaluate(InstitutionCase institution) {
        return evaluate(prepare(institution));
    }

    /**
     * Applies the rules for its kind to an institution.
     *
     * @param ready the institution, prepared by this object
     * @return what they say
     */
    public Evaluation evaluate(Ready ready) {
        return new Course(ready).run();
    }

    /** One institution on its way through the rules. */
    private final class Course {

        private final InstitutionCase institution;
        private final List<Reading> readings;
        private final FigureTable table;
        private final List<Evaluation.OfRule> told = new ArrayList<>();
        private final Gaps gaps;
        private final Map<String, RuntimeException> failed = new TreeMap<>();
        private final Map<Period, Map<String, Level>> found = new HashMap<>();
        private int results;

        Course(Ready ready) {
            this.institution = ready.institution;
            this.readings = institution.history().readings();
            this.table = ready.table;
            this.gaps = new Gaps(readings);
        }

        Evaluation run() {
            String kind = institution.history().kind();
            for (Prepared prepared : byKind.getOrDefault(kind, List.of())) {
                RuleDefinition rule = prepared.rule();
                boolean wanted = institution.told().contains(rule.code());
                if (wanted || prepared.estimate() == null) {
                    exactly(rule, wanted);
                } else {
                    byEstimate(rule, prepared.estimate());
                }
                gaps.addOverdue(rule, institution.daysLate());
            }
            scores.getOrDefault(kind, List.of()).forEach(this::score);
            return new Evaluation(told, results, gaps.all(), failed);
        }

        private void byEstimate(RuleDefinition rule, LimitEstimate estimate) {
            Map<String, List<Limit>> stricter = institution.stricter().getOrDefault(rule.code(), Map.of());
            int clear = 0;
            for (LimitEstimate.Part part : estimate.parts()) {
                int here = estimate.clearThroughout(part, stricter.getOrDefault(part.loanClass(), List.of()), table);
                if (here < 0) {
                    byPeriod(rule, estimate, stricter);
                    return;
                }
                clear += here;
            }
            results += clear;
        }

        private void byPeriod(RuleDefinition rule, LimitEstimate estimate, Map<String, List<Limit>> stricter) {
            BitSet unsure = new BitSet();
            int[] counts = new int[table.periods()];
            for (LimitEstimate.Part part : estimate.parts()) {
                List<Limit> local = stricter.getOrDefault(part.loanClass(), List.of());
                for (int i = 0; i < counts.length; i++) {
                    LimitEstimate.Outcome outcome = estimate.of(part, local, table, i);
                    if (outcome == LimitEstimate.Outcome.UNSURE) {
                        unsure.set(i);
                    } else if (outcome == LimitEstimate.Outcome.MISSING) {
                        gaps.add(rule, readings.get(i), part.exact().metrics());
                    }
                    counts[i] += outcome == LimitEstimate.Outcome.NONE ? 0 : 1;
                }
            }
            for (int i = 0; i < counts.length; i++) {
                results += unsure.get(i) ? 0 : counts[i];
            }
            if (!unsure.isEmpty()) {
                exactlyIn(unsure, rule);
            }
        }

        /**
         * Judges the periods of which an estimate is not sure. What lies between them is not beyond the limit, so that without it
         * none counts as following another one that it does not follow.
         */
        private void exactlyIn(BitSet unsure, RuleDefinition rule) {
            History history = institution.history();
            History some = new History(
                    history.institution(),
                    history.kind(),
                    history.region(),
                    unsure.stream().mapToObj(readings::get).toList());
            List<Result> exact = evaluated(rule, some, around(rule));
            results += exact.size();
            exact.forEach(result -> note(rule, result));
            List<Result> warnings = warnings(exact);
            if (!warnings.isEmpty()) {
                told.add(new Evaluation.OfRule(rule, warnings, () -> evaluated(rule, history, around(rule))));
            }
        }

        private Surroundings around(RuleDefinition rule) {
            return new Surroundings(
                    institution.stricter().getOrDefault(rule.code(), Map.of()),
                    institution.peers().getOrDefault(rule.code(), Map.of()),
                    Map.of(),
                    institution.daysLate());
        }

        private void exactly(RuleDefinition rule, boolean wanted) {
            List<Result> all = evaluated(rule, institution.history(), around(rule));
            tell(rule, all, wanted);
            all.forEach(result -> note(rule, result));
        }

        private void tell(RuleDefinition rule, List<Result> all, boolean wanted) {
            results += all.size();
            List<Result> warnings = warnings(all);
            if (wanted || !warnings.isEmpty()) {
                told.add(new Evaluation.OfRule(rule, warnings, () -> all));
            }
        }

        private void note(RuleDefinition rule, Result result) {
            Verdict verdict = result.judgement().verdict();
            if (verdict.warning().isPresent()) {
                found.computeIfAbsent(result.period(), any -> new HashMap<>())
                        .merge(rule.code(), verdict.warning().get(), (one, other) -> one.isAbove(other) ? one : other);
            } else {
                gaps.note(rule, result);
            }
        }

        private List<Result> evaluated(RuleDefinition rule, History history, Surroundings around) {
            try {
                return RuleEvaluator.evaluate(rule, history, around);
            } catch (RuntimeException failure) {
                failed.putIfAbsent(rule.code(), failure);
                return history.readings().stream()
                        .map(reading -> new Result(null, reading.period(), failed(rule)))
                        .toList();
            }
        }

        /** A period in which nothing was found scores 0, so that a score that was too high once comes down again. */
        private void score(RuleDefinition rule) {
            boolean wanted = institution.told().contains(rule.code());
            if (found.isEmpty() && !wanted) {
                results += readings.size();
                return;
            }
            Map<Period, Map<String, Level>> all = new HashMap<>(found);
            readings.forEach(reading -> all.putIfAbsent(reading.period(), Map.of()));
            Surroundings around = new Surroundings(Map.of(), Map.of(), all, Map.of());
            tell(rule, evaluated(rule, institution.history(), around), wanted);
        }
    }

    private static List<Result> warnings(List<Result> results) {
        return results.stream()
                .filter(result -> result.judgement().verdict().warning().isPresent())
                .toList();
    }

    private static Judgement failed(RuleDefinition rule) {
        LocalizedText reason =
                new LocalizedText(rule.name().zh() + "：规则执行失败", rule.name().en() + ": the rule failed to run");
        String unit = rule.signal().measured().map(Measure::unit).orElse("POINT");
        return new Judgement(new Verdict.Undecided(RULE_FAILED, reason), null, null, unit, false);
    }
}
