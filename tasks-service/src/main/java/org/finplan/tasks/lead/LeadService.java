package org.finplan.tasks.lead;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.detail.TaskDetailService;
import org.finplan.tasks.detail.VersionedTask;
import org.finplan.tasks.task.TaskError;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.Tasks;

/** Records who leads a task. Runs in the caller's transaction. */
@ApplicationScoped
class LeadService {

    private final Tasks tasks;
    private final TaskDetailService details;
    private final PlanRegister plans;
    private final RegionScope scope;
    private final AuditTrail audit;

    LeadService(Tasks tasks, TaskDetailService details, PlanRegister plans, RegionScope scope, AuditTrail audit) {
        this.tasks = tasks;
        this.details = details;
        this.plans = plans;
        this.scope = scope;
        this.audit = audit;
    }

    /**
     * Assigns the lead of a task.
     *
     * @param id id within a plan
     * @param plan plan code, or null when one plan only has the id
     * @param organisation organisation code
     * @param ifMatch the header {@code If-Match}, or null
     * @param english whether the reader prefers English
     * @return the task as it is then
     */
    VersionedTask assign(String id, String plan, String organisation, String ifMatch, boolean english) {
        TaskKey key = tasks.resolve(id, plan);
        String city = plans.city(key.plan());
        scope.requireWritable(city);
        tasks.lock(key);
        Preconditions.requireMatch(ifMatch, details.read(key, english).tag());
        if (plans.organisationName(key.plan(), organisation).isEmpty()) {
            throw TaskError.UNKNOWN_ORGANISATION.at("/organisation", organisation, List.of());
        }
        tasks.assignLead(key, organisation);
        audit.record("task.assign-lead", key.path(), city, organisation);
        return details.read(key, english);
    }
}
