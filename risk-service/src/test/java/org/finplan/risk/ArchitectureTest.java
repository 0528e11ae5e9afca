package org.finplan.risk;

import org.finplan.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchitectureRules RULES = ArchitectureRules.of("org.finplan.risk");

    @Test
    void theServiceKeepsTheRulesOfTheSuite() {
        RULES.check();
    }

    @Test
    void rulesAndTheLifeCycleAreFreeOfFrameworks() {
        RULES.checkPure(
                "Rule",
                "RuleBook",
                "PlanIndicatorOffPath",
                "NplRatioAboveProvince",
                "Finding",
                "Verdict",
                "Reading",
                "Subject",
                "Level",
                "AlertState",
                "AlertAction",
                "LifeCycle",
                "Transition",
                "VerdictEffect",
                "AlertSituation",
                "NoticeState",
                "NoticeAction",
                "Channel");
    }
}
