package org.finplan.risk.rulebook.judgement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.rulebook.definition.Comparator;
import org.finplan.risk.rulebook.definition.Limit;
import org.finplan.risk.rulebook.definition.LoanClass;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.definition.SourceStatus;

/** Applies a rule to all that an institution reported. The same figures give the same results, in the same order. */
public final class RuleEvaluator {

    /** Before the code of a loan class, where it stands as the counterpart. */
    public static final String LOAN_CLASS = "loan-class/";

    private RuleEvaluator() {}

    /**
     * Applies a rule.
     *
     * @param rule the rule
     * @param history what the institution reported
     * @param around what it needs beside that
     * @return one result for each period and counterpart that the rule judges; none for periods in which it is not in force or
     *     does not apply
     */
    public static List<Result> evaluate(RuleDefinition rule, History history, Surroundings around) {
        List<Result> found = found(rule, history, around);
        return rule.status() == SourceStatus.CONFIRMED
                ? found
                : found.stream().map(result -> result.from(rule.status())).toList();
    }

    /** What the figures say. What may be said of it is decided in one place, after all judges. */
    private static List<Result> found(RuleDefinition rule, History history, Surroundings around) {
        Signal signal = rule.signal();
        if (signal instanceof Signal.OfLimit limit) {
            return limits(rule, limit, history, around);
        }
        if (signal instanceof Signal.OfLateReport late) {
            return OtherJudges.late(rule, late, around);
        }
        if (signal instanceof Signal.OfComposite composite) {
            return OtherJudges.composite(rule, composite, around);
        }
        if (signal instanceof Signal.OfIdentity identity) {
            return OtherJudges.identity(rule, identity, history);
        }
        if (signal instanceof Signal.OfPeers peers) {
            return SeriesJudges.peers(rule, peers, history, around);
        }
        return signal instanceof Signal.OfPlan ? List.of() : SeriesJudges.series(rule, signal, history);
    }

    private static List<Result> limits(
            RuleDefinition rule, Signal.OfLimit signal, History history, Surroundings around) {
        List<Result> results =
                new ArrayList<>(limits(rule, signal, signal.measure(), signal.limits(), null, history, around));
        for (LoanClass loanClass : signal.classes()) {
            results.addAll(limits(rule, signal, loanClass.measure(), loanClass.limits(), loanClass, history, around));
        }
        return results;
    }

    private static List<Result> limits(
            RuleDefinition rule,
            Signal.OfLimit signal,
            Measure measure,
            List<Limit> limits,
            LoanClass loanClass,
            History history,
            Surroundings around) {
        LimitJudge judge = new LimitJudge(rule, signal);
        String code = loanClass == null ? "" : loanClass.code();
        LocalizedText label = loanClass == null ? null : loanClass.name();
        List<Limit> stricter = around.stricter().getOrDefault(code, List.of());
        List<Result> results = new ArrayList<>();
        int inARow = 0;
        Reading before = null;
        for (Reading reading : history.readings()) {
            inARow = before != null && reading.follows(before) ? inARow : 0;
            before = reading;
            Optional<BigDecimal> limit = inForce(
                    signal.comparator(), limits, stricter, reading.period().end());
            LimitJudge.Applies applies = judge.applies(reading.values());
            if (limit.isEmpty() || applies == LimitJudge.Applies.NO) {
                inARow = 0;
                continue;
            }
            Judgement judgement = judge.judge(measure, label, limit.get(), reading.values(), inARow);
            inARow = judgement.beyond() ? inARow + 1 : 0;
            boolean unsure = applies == LimitJudge.Applies.UNKNOWN && judgement.beyond();
            results.add(new Result(
                    loanClass == null ? null : LOAN_CLASS + code,
                    reading.period(),
                    unsure ? conditionUnknown(measure) : judgement));
        }
        return results;
    }

    private static Judgement conditionUnknown(Measure measure) {
        return Judgement.undecided(
                "condition-unknown",
                "适用条件所需指标未报送，无法判断适用哪一限额",
                "a metric of the condition is not reported, so that it is open which limit applies",
                measure.unit());
    }

    /**
     * The limit on a day.
     *
     * @param comparator how it is compared
     * @param limits limits with their dates
     * @param local local limits, which count where they are stricter
     * @param day the day
     * @return the strictest in force, empty when the rule itself has none
     */
    static Optional<BigDecimal> inForce(Comparator comparator, List<Limit> limits, List<Limit> local, LocalDate day) {
        Optional<BigDecimal> own = strictest(comparator, limits, day);
        Optional<BigDecimal> stricter = strictest(comparator, local, day);
        return own.map(limit ->
                stricter.map(other -> comparator.stricter(limit, other)).orElse(limit));
    }

    private static Optional<BigDecimal> strictest(Comparator comparator, List<Limit> limits, LocalDate day) {
        BigDecimal strictest = null;
        for (Limit limit : limits) {
            if (limit.isInForce(day)) {
                strictest = strictest == null ? limit.value() : comparator.stricter(strictest, limit.value());
            }
        }
        return Optional.ofNullable(strictest);
    }
}
