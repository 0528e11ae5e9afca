package org.finplan.risk.rulebook.evaluation;

import java.util.ArrayList;
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
    private static final String CONDITION_UNKNOWN = "condition-unknown";

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

    /**
     * Applies the rules for its kind to an institution.
     *
     * @param institution the institution
     * @return what they say
     */
    public Evaluation evaluate(InstitutionCase institution) {
        return new Course(institution).run();
    }

    /** One institution on its way through the rules. */
    private final class Course {

        private final InstitutionCase institution;
        private final List<Reading> readings;
        private final FigureTable table;
        private final List<Evaluation.OfRule> told = new ArrayList<>();
        private final Map<Period, Gap> gaps = new TreeMap<>();
        private final Map<String, RuntimeException> failed = new TreeMap<>();
        private final Map<Period, Map<String, Level>> found = new HashMap<>();
        private int results;

        Course(InstitutionCase institution) {
            this.institution = institution;
            this.readings = institution.history().readings();
            this.table = new FigureTable(readings, numbers);
        }

        Evaluation run() {
            String kind = institution.history().kind();
            for (Prepared prepared : byKind.getOrDefault(kind, List.of())) {
                RuleDefinition rule = prepared.rule();
                boolean wanted = institution.told().contains(rule.code());
                if (wanted || prepared.estimate() == null || !isKept(rule, prepared.estimate())) {
                    exactly(rule, wanted);
                }
                due(rule);
            }
            scores.getOrDefault(kind, List.of()).forEach(this::score);
            return new Evaluation(told, results, gaps, failed);
        }

        /** Counts and notes what is missing only when the whole rule is kept for sure, since the exact way does so otherwise. */
        private boolean isKept(RuleDefinition rule, LimitEstimate estimate) {
            Map<String, List<Limit>> stricter = institution.stricter().getOrDefault(rule.code(), Map.of());
            List<Runnable> missing = new ArrayList<>(0);
            int counted = 0;
            for (LimitEstimate.Part part : estimate.parts()) {
                List<Limit> local = stricter.getOrDefault(part.loanClass(), List.of());
                for (int i = 0; i < table.periods(); i++) {
                    switch (estimate.of(part, local, table.figures(i), table.end(i))) {
                        case UNSURE -> {
                            return false;
                        }
                        case MISSING -> {
                            int at = i;
                            missing.add(() -> gap(rule, readings.get(at), part.exact()));
                            counted++;
                        }
                        case CLEAR -> counted++;
                        case NONE -> {}
                    }
                }
            }
            results += counted;
            missing.forEach(Runnable::run);
            return true;
        }

        private void gap(RuleDefinition rule, Reading reading, Measure measure) {
            gap(reading.period()).add(rule.code(), Needs.missing(measure.metrics(), reading.values()));
        }

        private Gap gap(Period period) {
            return gaps.computeIfAbsent(period, any -> new Gap());
        }

        private void exactly(RuleDefinition rule, boolean wanted) {
            Surroundings around = new Surroundings(
                    institution.stricter().getOrDefault(rule.code(), Map.of()),
                    institution.peers().getOrDefault(rule.code(), Map.of()),
                    Map.of(),
                    institution.daysLate());
            Evaluation.OfRule all = new Evaluation.OfRule(rule, results(rule, around));
            results += all.results().size();
            if (wanted || all.warns()) {
                told.add(all);
            }
            all.results().forEach(result -> note(rule, result));
        }

        private void note(RuleDefinition rule, Result result) {
            Verdict verdict = result.judgement().verdict();
            if (verdict.warning().isPresent()) {
                found.computeIfAbsent(result.period(), any -> new HashMap<>())
                        .merge(rule.code(), verdict.warning().get(), (one, other) -> one.isAbove(other) ? one : other);
            } else if (verdict instanceof Verdict.NotAssessable) {
                missing(rule, result, Needs.of(rule, result.counterpart()));
            } else if (verdict.obstacle().filter(CONDITION_UNKNOWN::equals).isPresent()) {
                missing(rule, result, Needs.ofConditions(rule));
            }
        }

        private void missing(RuleDefinition rule, Result result, Iterable<String> needed) {
            readings.stream()
                    .filter(reading -> reading.period().equals(result.period()))
                    .forEach(reading -> {
                        List<String> codes = new ArrayList<>();
                        needed.forEach(codes::add);
                        gap(reading.period()).add(rule.code(), Needs.missing(codes, reading.values()));
                    });
        }

        /** Of a period that is late nothing is there yet. */
        private void due(RuleDefinition rule) {
            institution.daysLate().forEach((period, days) -> {
                boolean reported = days <= 0
                        || readings.stream()
                                .anyMatch(reading -> reading.period().equals(period));
                if (!reported) {
                    gap(period).add(rule.code(), Needs.of(rule, null));
                }
            });
        }

        private List<Result> results(RuleDefinition rule, Surroundings around) {
            try {
                return RuleEvaluator.evaluate(rule, institution.history(), around);
            } catch (RuntimeException failure) {
                failed.putIfAbsent(rule.code(), failure);
                return readings.stream()
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
            Evaluation.OfRule scored =
                    new Evaluation.OfRule(rule, results(rule, new Surroundings(Map.of(), Map.of(), all, Map.of())));
            results += scored.results().size();
            if (wanted || scored.warns()) {
                told.add(scored);
            }
        }
    }

    private static Judgement failed(RuleDefinition rule) {
        LocalizedText reason =
                new LocalizedText(rule.name().zh() + "：规则执行失败", rule.name().en() + ": the rule failed to run");
        String unit = rule.signal().measured().map(Measure::unit).orElse("POINT");
        return new Judgement(new Verdict.Undecided(RULE_FAILED, reason), null, null, unit, false);
    }
}
