package org.finplan.tasks.edit;

import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.WebError;
import org.finplan.tasks.task.TaskError;
import org.finplan.tasks.task.edit.DueRule;
import org.finplan.tasks.task.edit.EditError;
import org.finplan.tasks.task.edit.EditableTask;

/**
 * What changes would make of tasks as they are stored.
 *
 * @param tasks those that can be changed, before and after, in the order of the request
 * @param faults what is wrong
 * @param stale what was changed since it was read
 */
record Draft(List<EditedTask> tasks, List<ProblemError> faults, List<ProblemError> stale) {

    /**
     * A change that is asked for.
     *
     * @param pointer where the request asks for it
     * @param task id of the task
     * @param version version that its writer has seen, null when none was named
     * @param change what is to be different
     */
    record Asked(String pointer, String task, @Nullable Long version, TaskChange change) {}

    static Draft of(List<Asked> all, Map<String, EditableTask> stored, List<ProblemError> wrongUnits, DueRule rule) {
        Draft draft = new Draft(new ArrayList<>(), new ArrayList<>(wrongUnits), new ArrayList<>());
        Set<String> seen = new HashSet<>();
        for (Asked asked : all) {
            EditableTask task = stored.get(asked.task());
            if (!seen.add(asked.task())) {
                draft.faults.add(place(asked, "/task", asked.task(), EditError.TASK_TWICE, List.of()));
            } else if (task == null) {
                draft.faults.add(place(asked, "/task", asked.task(), TaskError.TASK_NOT_FOUND, List.of()));
            } else {
                draft.add(asked, task, rule);
            }
        }
        return draft;
    }

    private void add(Asked asked, EditableTask task, DueRule rule) {
        if (asked.version() != null && asked.version() != task.version()) {
            stale.add(place(
                    asked,
                    "/version",
                    asked.version().toString(),
                    WebError.PRECONDITION_FAILED,
                    List.of(Long.toString(task.version()))));
            return;
        }
        List<TaskChange.Fault> wrong = asked.change().faults(task, rule);
        wrong.forEach(fault -> faults.add(place(asked, fault.field(), fault.value(), fault.code(), fault.accepted())));
        if (wrong.isEmpty()) {
            tasks.add(new EditedTask(task, asked.change().applyTo(task)));
        }
    }

    /** {@return what is wrong with one task, named in the message} */
    static ProblemError place(
            Asked asked, String field, @Nullable String value, ErrorCode code, List<String> accepted) {
        LocalizedText text = new LocalizedText(
                code.title().zh() + "：" + asked.task(), code.title().en() + ": " + asked.task());
        return new ProblemError(asked.pointer() + field, value, code.code(), text, accepted);
    }

    /** {@return all that stands against it} */
    List<ProblemError> errors() {
        List<ProblemError> errors = new ArrayList<>(faults);
        errors.addAll(stale);
        return errors;
    }
}
