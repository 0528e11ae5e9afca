package org.finplan.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.plan.PlanRegister;
import org.finplan.tasks.task.TaskDetails.Versioned;

/** Records who leads a task, since the plan names almost nobody. Runs in the caller's transaction. */
@ApplicationScoped
class LeadService {

    private final TaskRepository tasks;
    private final TaskDetails details;
    private final TaskAccess access;
    private final PlanRegister plans;
    private final AuditTrail audit;
    private final Clock clock;

    LeadService(
            TaskRepository tasks,
            TaskDetails details,
            TaskAccess access,
            PlanRegister plans,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.details = details;
        this.access = access;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Assigns the lead of a task.
     *
     * @param key its key
     * @param organisation organisation code
     * @param ifMatch the header {@code If-Match}, or null
     * @param english whether the reader prefers English
     * @return the task as it is then
     */
    Versioned assign(TaskKey key, String organisation, String ifMatch, boolean english) {
        Task task = tasks.hold(key).orElseThrow();
        Preconditions.requireMatch(ifMatch, details.of(task, english).tag());
        if (plans.organisationName(key.plan(), organisation).isEmpty()) {
            throw TaskError.UNKNOWN_ORGANISATION.at("/organisation", organisation, List.of());
        }
        task.assignLead(organisation, access.subject(), clock.instant());
        tasks.flush();
        audit.record("task.assign-lead", key.path(), null, organisation);
        return details.of(task, english);
    }
}
