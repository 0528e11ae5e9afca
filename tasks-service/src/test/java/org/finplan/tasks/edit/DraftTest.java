package org.finplan.tasks.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.tasks.edit.Draft.Asked;
import org.finplan.tasks.task.Responsibility;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskLevel;
import org.finplan.tasks.task.edit.DueRule;
import org.finplan.tasks.task.edit.EditableTask;
import org.finplan.tasks.task.edit.EditableTask.Says;
import org.junit.jupiter.api.Test;

/** What may be changed of which task, and what is said of the rest. */
class DraftTest {

    private static final LocalizedText TEXT = new LocalizedText("演示样本", "sample");
    private static final LocalDate PLAN_DUE = LocalDate.parse("2028-06-30");
    private static final DueRule RULE = new DueRule(LocalDate.parse("2026-01-01"));
    private static final Map<String, EditableTask> STORED = Map.of(
            "m", task("m", null, false, false),
            "w", task("w", 2026, false, false),
            "gone", task("gone", null, true, false),
            "back", task("back", 2026, false, true));

    @Test
    void theDeadlineOfThePlanComesBackWhenThatOfTheCityIsCleared() {
        EditableTask set = STORED.get("m").withDue(LocalDate.parse("2027-01-31"));
        assertThat(set.due()).isEqualTo("2027-01-31");
        assertThat(set.dueSet()).isTrue();
        assertThat(set.withDue(null)).isEqualTo(STORED.get("m"));
        assertThat(STORED.get("m").withDue(PLAN_DUE)).isEqualTo(STORED.get("m"));
    }

    @Test
    void everyPlaceThatIsWrongIsNamed() {
        Draft draft = Draft.of(
                List.of(
                        asked(0, "none", 1, due("2026-06-30")),
                        asked(1, "m", 1, due("2025-12-31")),
                        asked(2, "m", 1, due("2026-06-30")),
                        asked(3, "w", 1, due("2027-06-30")),
                        asked(4, "gone", 1, due("2026-06-30")),
                        asked(5, "back", 1, due("2026-06-30"))),
                STORED,
                List.of(),
                RULE);
        assertThat(draft.tasks()).isEmpty();
        assertThat(draft.faults())
                .extracting(ProblemError::pointer)
                .containsExactly(
                        "/edits/0/task",
                        "/edits/1/dueDate",
                        "/edits/2/task",
                        "/edits/3/dueDate",
                        "/edits/4",
                        "/edits/5");
        assertThat(draft.faults())
                .extracting(ProblemError::code)
                .containsExactly(
                        "task-not-found",
                        "due-date-before-plan",
                        "task-named-twice",
                        "due-date-outside-year",
                        "task-retired",
                        "task-withdrawn");
    }

    @Test
    void whatThePlanSaysIsNotEdited() {
        TaskChange retitled = new TaskChange(null, false, new LocalizedText("演示样本：新", "sample: new"), null, null);
        assertThat(retitled.faults(STORED.get("m"), RULE))
                .extracting(TaskChange.Fault::field)
                .containsExactly("/title");
        assertThat(retitled.faults(STORED.get("w"), RULE)).isEmpty();
        assertThat(new EditedTask(STORED.get("w"), retitled.applyTo(STORED.get("w"))).fields())
                .containsExactly(
                        new FieldChange("title.zh", "演示样本", "演示样本：新"),
                        new FieldChange("title.en", "sample", "sample: new"));
        assertThat(new TaskChange(null, false, null, null, null).faults(STORED.get("m"), RULE))
                .hasSize(1);
        assertThat(new TaskChange(PLAN_DUE, true, null, null, null).faults(STORED.get("m"), RULE))
                .hasSize(1);
    }

    @Test
    void unitsAreShownBeforeAndAfterByTheirRoles() {
        Responsibility units = new Responsibility("sample-a", List.of("sample-b"), List.of("sample-c", "sample-d"));
        TaskChange given = new TaskChange(null, false, null, null, units);
        assertThat(given.faults(STORED.get("m"), RULE)).isEmpty();
        EditedTask edited = new EditedTask(STORED.get("m"), given.applyTo(STORED.get("m")));
        assertThat(edited.reassigns()).isTrue();
        assertThat(edited.fields())
                .containsExactly(
                        new FieldChange("lead", null, "sample-a"),
                        new FieldChange("responsible", null, "sample-b"),
                        new FieldChange("cooperating", null, "sample-c,sample-d"));
        assertThat(new EditedTask(edited.after(), given.applyTo(edited.after())).changes())
                .isFalse();
    }

    @Test
    void aTaskThatWasChangedSinceIsStaleAndNotAFault() {
        Draft draft = Draft.of(List.of(asked(0, "m", 7, due("2026-06-30"))), STORED, List.of(), RULE);
        assertThat(draft.faults()).isEmpty();
        assertThat(draft.stale()).extracting(ProblemError::pointer).containsExactly("/edits/0/version");
        assertThat(draft.stale().get(0).accepted()).containsExactly("1");
    }

    private static Asked asked(int place, String task, long version, TaskChange change) {
        return new Asked("/edits/" + place, task, version, change);
    }

    private static TaskChange due(String day) {
        return new TaskChange(LocalDate.parse(day), false, null, null, null);
    }

    private static EditableTask task(String id, Integer year, boolean retired, boolean withdrawn) {
        return new EditableTask(
                new TaskKey("sample", id),
                year == null ? TaskLevel.MEASURE : TaskLevel.WORK_POINT,
                "ch4",
                1,
                year,
                new Says(TEXT, TEXT, List.of(), List.of()),
                new Responsibility(null, List.of(), List.of()),
                year == null ? PLAN_DUE : null,
                year == null ? PLAN_DUE : null,
                false,
                retired,
                withdrawn);
    }
}
