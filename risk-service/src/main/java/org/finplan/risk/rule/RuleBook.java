package org.finplan.risk.rule;

import java.util.List;
import java.util.Optional;

/** The rules in force, in the order in which they are listed. */
public final class RuleBook {

    public static final PlanIndicatorOffPath PLAN_INDICATOR_OFF_PATH = new PlanIndicatorOffPath();
    public static final NplRatioAboveProvince NPL_RATIO_ABOVE_PROVINCE = new NplRatioAboveProvince();

    private static final List<Rule> RULES = List.of(PLAN_INDICATOR_OFF_PATH, NPL_RATIO_ABOVE_PROVINCE);

    private RuleBook() {}

    /** {@return all rules} */
    public static List<Rule> rules() {
        return RULES;
    }

    /**
     * Finds a rule by its code.
     *
     * @param code such as {@code plan-indicator-off-path}
     * @return the rule, empty when there is none of that code
     */
    public static Optional<Rule> find(String code) {
        return RULES.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }
}
