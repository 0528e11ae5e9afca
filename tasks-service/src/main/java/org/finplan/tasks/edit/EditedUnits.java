package org.finplan.tasks.edit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.web.security.Caller;
import org.finplan.tasks.assignment.AssignmentCheck;
import org.finplan.tasks.assignment.AssignmentPublisher;
import org.finplan.tasks.assignment.AssignmentRequest;
import org.finplan.tasks.task.edit.EditableTask;

/** The units that a bulk edit gives tasks to: checked and told as those of a single task. */
@ApplicationScoped
class EditedUnits {

    private final AssignmentCheck check;
    private final AssignmentPublisher publisher;
    private final Caller caller;
    private final Clock clock;

    EditedUnits(AssignmentCheck check, AssignmentPublisher publisher, Caller caller, Clock clock) {
        this.check = check;
        this.publisher = publisher;
        this.caller = caller;
        this.clock = clock;
    }

    /** {@return every place of wrong units; they are wrong or right whatever the task} */
    List<ProblemError> faults(String plan, EditRequest request) {
        List<ProblemError> wrong = new ArrayList<>();
        if (request.change() != null) {
            wrong.addAll(faults(plan, request.change().units(), "/change/units"));
        }
        List<TaskEditInput> edits = request.edits() == null ? List.of() : request.edits();
        for (int i = 0; i < edits.size(); i++) {
            wrong.addAll(faults(plan, edits.get(i).units(), "/edits/" + i + "/units"));
        }
        return wrong;
    }

    private List<ProblemError> faults(String plan, AssignmentRequest units, String pointer) {
        return units == null ? List.of() : check.faults(plan, units.responsibility(), pointer);
    }

    /** Tells of each task that was given to other units. */
    void tell(List<EditedTask> applied) {
        Instant now = clock.instant();
        for (EditedTask task : applied) {
            if (task.reassigns()) {
                EditableTask given = task.after();
                publisher.assigned(given.key(), given.clause(), given.units(), caller.subject(), now);
            }
        }
    }
}
