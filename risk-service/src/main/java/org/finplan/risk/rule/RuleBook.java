package org.finplan.risk.rule;

import java.util.List;

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

    /** {@return the codes of all rules} */
    public static List<String> codes() {
        return RULES.stream().map(Rule::code).toList();
    }
}
