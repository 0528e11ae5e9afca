package org.finplan.risk.rule;

import org.finplan.platform.events.LocalizedText;

/**
 * A rule that judges figures by the plan. It is pure: the same inputs and terms give the same finding, whenever and wherever it
 * runs. Which version of it is in force, and which levels that gives, stands in the rule book.
 */
public sealed interface Rule permits PlanIndicatorOffPath, NplRatioAboveProvince {

    /** The plan whose clauses ask for the rules in force. */
    String PLAN = "zq-fin-14fyp";

    /** {@return the stable code in kebab-case} */
    String code();

    /**
     * The title of an alert that this rule raises.
     *
     * @param indicator name of the indicator
     * @param region name of the region
     * @return the title
     */
    LocalizedText title(LocalizedText indicator, LocalizedText region);
}
