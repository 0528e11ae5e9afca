package org.finplan.tasks.edit;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.tasks.task.Responsibility;
import org.finplan.tasks.task.TaskError;
import org.finplan.tasks.task.edit.DueRule;
import org.finplan.tasks.task.edit.EditError;
import org.finplan.tasks.task.edit.EditableTask;
import org.finplan.tasks.task.edit.EditableTask.Says;

/**
 * What is to be different of a task. What is null stays as it is.
 *
 * @param due the deadline that the city sets, or null
 * @param clearDue whether the deadline of the plan counts again, which may be none
 * @param title title of a work point, or null
 * @param summary what is to be done for a work point, or null
 * @param units the units that it is given to, or null
 */
record TaskChange(
        @Nullable LocalDate due,
        boolean clearDue,
        @Nullable LocalizedText title,
        @Nullable LocalizedText summary,
        @Nullable Responsibility units) {

    /**
     * Something that cannot be changed so.
     *
     * @param field name of the field in the request, with a slash before it; empty when the change as a whole is meant
     * @param value what was sent there, or null
     * @param code why
     * @param accepted what would be accepted
     */
    record Fault(String field, @Nullable String value, ErrorCode code, List<String> accepted) {}

    /**
     * Checks the change against a task.
     *
     * @param task the task as it is
     * @param rule which deadlines there may be
     * @return all that is wrong
     */
    List<Fault> faults(EditableTask task, DueRule rule) {
        List<Fault> faults = new ArrayList<>();
        if (task.retired()) {
            faults.add(new Fault("", null, TaskError.RETIRED, List.of()));
        } else if (task.withdrawn()) {
            faults.add(new Fault("", null, TaskError.WITHDRAWN, List.of()));
        }
        if (due == null && !clearDue && title == null && summary == null && units == null) {
            faults.add(new Fault(
                    "",
                    null,
                    EditError.NOTHING_TO_CHANGE,
                    List.of("dueDate", "clearDueDate", "title", "summary", "units")));
        }
        if (due != null && clearDue) {
            faults.add(new Fault("/clearDueDate", "true", EditError.DUE_UNCLEAR, List.of("false")));
        }
        rule.check(task.year(), due)
                .ifPresent(fault ->
                        faults.add(new Fault("/dueDate", String.valueOf(due), fault.error(), fault.accepted())));
        if (task.year() == null) {
            addIfSent(faults, "/title", title);
            addIfSent(faults, "/summary", summary);
        }
        return faults;
    }

    private static void addIfSent(List<Fault> faults, String field, LocalizedText text) {
        if (text != null) {
            faults.add(new Fault(field, text.zh(), TaskError.NOT_A_WORK_POINT, List.of()));
        }
    }

    /**
     * Makes the change, which has no faults.
     *
     * @param task the task as it is
     * @return as it is then
     */
    EditableTask applyTo(EditableTask task) {
        EditableTask next = due == null && !clearDue ? task : task.withDue(due);
        Says says = next.says();
        next = units == null ? next : next.givenTo(units);
        return next.saying(new Says(
                title == null ? says.title() : title,
                summary == null ? says.summary() : summary,
                says.regions(),
                says.indicators()));
    }
}
