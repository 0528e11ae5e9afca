package org.finplan.risk.rulebook.evaluation;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.finplan.platform.period.Period;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.judgement.Result;

/**
 * What the rules in force say of an institution.
 *
 * @param told rules that warn of a period, and those that were asked for; scores last
 * @param results how many results there are, told or not
 * @param gaps what is missing, by period
 * @param failed what went wrong in rules that failed to run, by code
 */
public record Evaluation(List<OfRule> told, int results, Map<Period, Gap> gaps, Map<String, RuntimeException> failed) {

    /** The results of a rule. */
    public static final class OfRule {

        private final RuleDefinition rule;
        private final List<Result> warnings;
        private final Supplier<List<Result>> results;

        OfRule(RuleDefinition rule, List<Result> warnings, Supplier<List<Result>> results) {
            this.rule = rule;
            this.warnings = warnings;
            this.results = results;
        }

        /** {@return the rule} */
        public RuleDefinition rule() {
            return rule;
        }

        /** {@return the results that warn} */
        public List<Result> warnings() {
            return warnings;
        }

        /** {@return all its results, one for each period and counterpart that it judges; worked out when asked for} */
        public List<Result> results() {
            return results.get();
        }
    }
}
