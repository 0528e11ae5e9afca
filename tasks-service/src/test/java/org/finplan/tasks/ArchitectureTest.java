package org.finplan.tasks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.finplan.platform.testing.ArchitectureRules;
import org.finplan.platform.testing.TableOwnership;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "org.finplan.tasks";
    private static final ArchitectureRules RULES = ArchitectureRules.of(ROOT);

    @Test
    void followsTheRulesOfTheSuite() {
        RULES.check();
    }

    @Test
    void rulesAndLifeCyclesKnowNoFramework() {
        RULES.checkPure(
                "LeafStatus",
                "LeafRegions",
                "ReportedStatus",
                "SearchText",
                "SearchQuery",
                "DueRule",
                "EditableTask",
                "TaskChange",
                "Draft",
                "Basis",
                "Review",
                "FlagReason",
                "TaskRows",
                "Responsibility",
                "StageOrder",
                "FieldReader",
                "StockCount",
                "Turnover",
                "EntryRows",
                "LifeCycle",
                "Standstill",
                "CountedDays",
                "TimeLimit",
                "Deadline",
                "LadderSchedule",
                "Climb",
                "Score",
                "ChangedFields",
                "EvidenceState",
                "NewestVersion",
                "Confirmation",
                "WeightedShare",
                "Arithmetic",
                "Datum",
                "Schedule",
                "Lateness",
                "Precedence",
                "Order",
                "MilestoneAction",
                "Shift",
                "CalendarEntries",
                "CalendarWords",
                "CalendarText",
                "ContentLines",
                "AssessmentSpan",
                "TaskTally",
                "AssessmentSheet");
    }

    @Test
    void everyTableIsNamedByItsOwnerOnly() {
        TableOwnership.of(ROOT)
                .owns("tree", "plan", "clause")
                .owns("task", "task", "task_wording", "branch_count")
                .owns("change", "task_change")
                .owns("flag", "attainment", "task_flag")
                .owns("standing", "task_standing")
                .owns("progress", "progress_report")
                .owns("evidence", "evidence_citation", "evidence_change", "observation_version")
                .owns("rollup", "task_roll_up")
                .owns("milestone", "task_milestone", "task_dependency")
                .owns("baseline", "plan_baseline")
                .owns("calendar", "calendar_key")
                .owns("register", "register_entry", "register_stage", "register_version", "register_assessment")
                .owns(
                        "supervision",
                        "supervision",
                        "supervision_climb",
                        "supervision_count",
                        "supervision_count_change",
                        "supervision_ladder",
                        "supervision_opening",
                        "supervision_question",
                        "supervision_reply",
                        "supervision_step",
                        "supervision_timeline")
                .check();
    }

    @Test
    void taskKnowsNothingOfItsLists() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".task")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".task.(*)..")
                .because("what reads and loads tasks in sets depends on the task, not the other way round")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(ROOT));
    }
}
