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
                .owns("target", "target")
                .owns("attainment", "attainment_judgement")
                .owns("release", "release", "release_end", "staged_observation")
                .owns("derived", "derived_formula", "derived_input")
                .owns("plan", "plan_version")
                .owns("breakdown", "target_allocation")
                .owns("reconciliation", "dispute_step")
                .owns("loading", "plan_package")
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
                "UnitCheck");
    }
}
