package org.finplan.tasks.edit;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.detail.TaskDetailService;
import org.finplan.tasks.detail.VersionedTask;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.Tasks;
import org.finplan.tasks.task.edit.DueRule;
import org.finplan.tasks.task.edit.EditableTask;
import org.finplan.tasks.task.edit.TaskEdits;

/** Sets the deadline of one task. Runs in the caller's transaction. */
@ApplicationScoped
class DueDateService {

    private final Tasks tasks;
    private final TaskEdits edits;
    private final TaskDetailService details;
    private final PlanRegister plans;
    private final RegionScope scope;
    private final AuditTrail audit;

    DueDateService(
            Tasks tasks,
            TaskEdits edits,
            TaskDetailService details,
            PlanRegister plans,
            RegionScope scope,
            AuditTrail audit) {
        this.tasks = tasks;
        this.edits = edits;
        this.details = details;
        this.plans = plans;
        this.scope = scope;
        this.audit = audit;
    }

    /**
     * Sets the deadline of a task, or goes back to that of the plan.
     *
     * @param id id within a plan
     * @param plan plan code, or null when one plan only has the id
     * @param ifMatch the header {@code If-Match}, or null
     * @param request the deadline
     * @param english whether the reader prefers English
     * @return the task as it is then
     */
    VersionedTask set(
            String id, @Nullable String plan, @Nullable String ifMatch, DueDateRequest request, boolean english) {
        TaskKey key = tasks.resolve(id, plan);
        String city = plans.city(key.plan());
        scope.requireWritable(city);
        tasks.lock(key);
        Preconditions.requireMatch(ifMatch, details.read(key, english).tag());
        EditableTask task = edits.read(key.plan(), List.of(id)).get(id);
        requireDay(task, request);
        EditableTask next = task.withDue(request.dueDate());
        if (!next.equals(task)) {
            edits.write(key.plan(), List.of(next));
            String account = task.due() + " → " + next.due();
            audit.record(
                    "task.set-due-date",
                    key.path(),
                    city,
                    request.reason() == null ? account : account + "; " + request.reason());
        }
        return details.read(key, english);
    }

    private void requireDay(EditableTask task, DueDateRequest request) {
        DueRule rule = new DueRule(
                plans.find(task.key().plan()).orElseThrow().plan().horizon().start());
        Optional<ProblemException> problem = rule.check(task.year(), request.dueDate())
                .map(fault -> fault.error().at("/dueDate", String.valueOf(request.dueDate()), fault.accepted()));
        if (problem.isPresent()) {
            throw problem.get();
        }
    }
}
