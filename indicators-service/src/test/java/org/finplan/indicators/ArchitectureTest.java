package org.finplan.indicators;

import org.finplan.platform.testing.ArchitectureRules;
import org.finplan.platform.testing.TableOwnership;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchitectureRules RULES = ArchitectureRules.of("org.finplan.indicators");

    @Test
    void theServiceKeepsTheRulesOfTheSuite() {
        RULES.check();
    }

    @Test
    void aTableIsNamedByThePackageThatOwnsItOnly() {
        TableOwnership.of("org.finplan.indicators")
                .owns("observation", "observation")
                .owns("target", "target", "target_withdrawal")
                .owns("attainment", "attainment_judgement")
                .owns("release", "release", "release_end", "staged_observation")
                .owns("derived", "derived_formula", "derived_input")
                .owns("plan", "plan_version")
                .owns("breakdown", "target_allocation")
                .owns("assessment", "target_assessment")
                .owns("reconciliation", "dispute_step")
                .owns("planversion", "plan_publication", "plan_answer")
                .owns("planlife", "plan_decision")
                .owns("planchange", "plan_change")
                .owns("due", "overdue_watch", "overdue_report")
                .check();
    }

    @Test
    void theMethodOfAttainmentAndTheRulesOfSeriesAreFreeOfFrameworks() {
        RULES.checkPure(
                "AttainmentMethod",
                "Judgement",
                "JudgementInput",
                "Corridor",
                "GrowthLine",
                "TargetPath",
                "PathComparison",
                "Demand",
                "Powers",
                "Assessor",
                "Assessment",
                "JudgedDefinitions",
                "Basis",
                "Comparison",
                "ComparedSeries",
                "Definitions",
                "Subject",
                "KeptJudgement",
                "SeriesRules",
                "Observation",
                "NewObservation",
                "Figure",
                "Outcome",
                "Target",
                "PathShape",
                "Cumulated",
                "TargetAssessment",
                "AssessmentOutcome",
                "Series",
                "Rules",
                "Computed",
                "RevisionTriangle",
                "GrowthComparison",
                "PartsOfPeriod",
                "PeriodContradiction",
                "Printed",
                "Release",
                "PackageFigures",
                "PackageTargets",
                "PackageMerge",
                "PlanStage",
                "JudgedOtherwise",
                "PackageChange",
                "Computation",
                "ComputedSeries",
                "FormulaCompiler",
                "FormulaGraph",
                "FormulaRegions",
                "Definition",
                "Calendar",
                "Evaluator",
                "Notation",
                "Parser",
                "Quantity",
                "Dependencies",
                "StructureCheck",
                "UnitCheck",
                "Decision",
                "PackageVersion");
    }
}
