package org.finplan.risk.rulebook.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.platform.period.Period;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.judgement.Result;

/**
 * What the rules in force say of an institution.
 *
 * @param told rules that warn of a period, and those that were asked for, each with all its results; scores last
 * @param results how many results there are, told or not
 * @param gaps what is missing, by period
 * @param failed what went wrong in rules that failed to run, by code
 */
public record Evaluation(List<OfRule> told, int results, Map<Period, Gap> gaps, Map<String, RuntimeException> failed) {

    /**
     * The results of a rule.
     *
     * @param rule the rule
     * @param results its results, one for each period and counterpart that it judges
     */
    public record OfRule(RuleDefinition rule, List<Result> results) {

        /** {@return whether there is something to warn of in a period} */
        public boolean warns() {
            return results.stream()
                    .map(result -> result.judgement().verdict().warning())
                    .anyMatch(Optional::isPresent);
        }
    }
}
