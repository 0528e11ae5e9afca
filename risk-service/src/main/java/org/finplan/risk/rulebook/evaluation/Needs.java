package org.finplan.risk.rulebook.evaluation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.finplan.risk.rulebook.definition.Condition;
import org.finplan.risk.rulebook.definition.LoanClass;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.judgement.RuleEvaluator;

/** The metrics that rules need. */
final class Needs {

    private Needs() {}

    /** {@return the metrics that a rule needs to judge a counterpart, or the institution when it is null} */
    static Set<String> of(RuleDefinition rule, String counterpart) {
        Signal signal = rule.signal();
        if (signal instanceof Signal.OfIdentity identity) {
            Set<String> both = new TreeSet<>(identity.left().metrics());
            both.addAll(identity.right().metrics());
            return both;
        }
        if (signal instanceof Signal.OfLimit limit && counterpart != null) {
            return limit.classes().stream()
                    .filter(loanClass -> counterpart.equals(RuleEvaluator.LOAN_CLASS + loanClass.code()))
                    .map(LoanClass::measure)
                    .findFirst()
                    .map(Measure::metrics)
                    .orElse(Set.of());
        }
        return signal.measured().map(Measure::metrics).orElse(Set.of());
    }

    /** {@return the metrics of the conditions of a rule} */
    static Set<String> ofConditions(RuleDefinition rule) {
        Set<String> codes = new TreeSet<>();
        if (rule.signal() instanceof Signal.OfLimit limit) {
            List.of(limit.when(), limit.unless()).forEach(some -> some.stream()
                    .map(Condition::measure)
                    .map(Measure::metrics)
                    .forEach(codes::addAll));
        }
        return codes;
    }

    /** {@return all metrics that rules name, each with a number} */
    static Map<String, Integer> numbered(Collection<RuleDefinition> rules) {
        Set<String> codes = new TreeSet<>();
        for (RuleDefinition rule : rules) {
            codes.addAll(of(rule, null));
            codes.addAll(ofConditions(rule));
            if (rule.signal() instanceof Signal.OfLimit limit) {
                limit.classes().stream()
                        .map(LoanClass::measure)
                        .map(Measure::metrics)
                        .forEach(codes::addAll);
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        codes.forEach(code -> numbers.put(code, numbers.size()));
        return numbers;
    }

    /** {@return those of some metrics that are not among figures} */
    static List<String> missing(Collection<String> metrics, Map<String, ?> figures) {
        return metrics.stream().filter(metric -> !figures.containsKey(metric)).toList();
    }
}
