package org.finplan.risk;

import org.finplan.platform.testing.ArchitectureRules;
import org.finplan.platform.testing.TableOwnership;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchitectureRules RULES = ArchitectureRules.of("org.finplan.risk");

    @Test
    void theServiceKeepsTheRulesOfTheSuite() {
        RULES.check();
    }

    @Test
    void aTableIsNamedByThePackageThatOwnsItOnly() {
        TableOwnership.of("org.finplan.risk")
                .owns("alert", "alert")
                .owns("alert.timeline", "alert_timeline")
                .owns("alert.silence", "silence")
                .owns("alert.inhibition", "inhibition_rule")
                .owns("assessment", "rule_assessment")
                .owns("npl", "npl_figure")
                .owns("notice", "notice", "notice_publication")
                .check();
    }

    @Test
    void rulesAndLifeCyclesAreFreeOfFrameworks() {
        RULES.checkPure(
                "Rule",
                "RuleBook",
                "PlanIndicatorOffPath",
                "NplRatioAboveProvince",
                "Finding",
                "Verdict",
                "org.finplan.risk.rule.Figure",
                "Subject",
                "Level",
                "AlertState",
                "AlertAction",
                "AlertSituation",
                "LifeCycle",
                "Transition",
                "VerdictEffect",
                "Warning",
                "WarningSignal",
                "WarningPolicy",
                "ResponseTimes",
                "Reminder",
                "Silence",
                "SilenceMatchers",
                "AlertGroupBy",
                "NoticeState",
                "NoticeAction",
                "Channel",
                "NplFigure");
    }
}
