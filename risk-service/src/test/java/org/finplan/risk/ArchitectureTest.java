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
                .owns("rulebook", "rule_version", "rule_set", "rule_override")
                .owns("rulebook.run", "rule_run", "rule_run_part", "institution_judgement", "peer_spread")
                .owns("reportrequest", "report_request")
                .owns("institution", "institution", "institution_status")
                .owns("institution.rating", "institution_rating")
                .owns("ownership", "ownership_link")
                .owns("supervision", "supervision_record")
                .owns("disclosure", "disclosure_body", "environmental_disclosure")
                .owns("exit", "institution_exit", "institution_exit_step")
                .owns("report", "report_metric", "report_finding")
                .owns("report.source", "report_source", "report_receipt")
                .owns("network.snapshot", "network")
                .owns("network.run", "contagion_run", "contagion_run_part")
                .owns("network.fact", "network_fact", "network_clock")
                .owns("network.trigger", "network_carried_alert")
                .owns("network.ranking", "failure_ranking", "failure_ranking_part", "ranked_failure")
                .owns("notice", "notice", "notice_publication")
                .check();
    }

    @Test
    void rulesAndLifeCyclesAreFreeOfFrameworks() {
        RULES.checkPure(
                "org.finplan.risk.rule.Rule",
                "PlanTerms",
                "PlanIndicatorOffPath",
                "NplRatioAboveProvince",
                "Finding",
                "Verdict",
                "org.finplan.risk.rule.Figure",
                "Subject",
                "RuleDefinition",
                "Signal",
                "Measure",
                "Bands",
                "Formula",
                "FormulaParser",
                "Fraction",
                "MetricCatalogue",
                "RuleEvaluator",
                "BookEvaluation",
                "LimitEstimate",
                "LinearMeasure",
                "EstimatedMeasure",
                "LimitJudge",
                "SeriesJudges",
                "OtherJudges",
                "Spread",
                "MovingAverage",
                "CumulativeSum",
                "Weights",
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
                "NplFigure",
                "OwnershipGraph",
                "OwnershipLink",
                "SharesHeld",
                "GroupClosure",
                "ExitStanding",
                "ExitState",
                "ExitObstacle",
                "AccountNumbers",
                "IdentityCheck",
                "Contradiction",
                "FirmGraph",
                "StrongComponents",
                "WeakComponents",
                "CoreNumbers",
                "PageRank",
                "Betweenness",
                "CoreFirm",
                "GuaranteeChains",
                "ReachedFirm",
                "LossNetwork",
                "Cascade",
                "DebtRank",
                "IteratedDebtRank",
                "ExactDebtRank",
                "SpectralRadius",
                "FictitiousDefault",
                "Obligations",
                "SparseFactor",
                "SingleFailures",
                "InverseScenarios",
                "NetworkContent",
                "JointGuarantees",
                "JobState",
                "JobTables",
                "ContagionEngine",
                "WhatIf",
                "Layout");
    }
}
