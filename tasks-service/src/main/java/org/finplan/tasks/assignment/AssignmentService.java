package org.finplan.tasks.assignment;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.detail.TaskDetailService;
import org.finplan.tasks.detail.VersionedTask;
import org.finplan.tasks.task.Responsibility;
import org.finplan.tasks.task.TaskError;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.Tasks;

/** Gives tasks to units. Runs in the caller's transaction. */
@ApplicationScoped
class AssignmentService {

    private final Tasks tasks;
    private final TaskDetailService details;
    private final AssignmentCheck check;
    private final PlanRegister plans;
    private final RegionScope scope;
    private final Caller caller;
    private final AssignmentPublisher publisher;
    private final AuditTrail audit;
    private final Clock clock;

    AssignmentService(
            Tasks tasks,
            TaskDetailService details,
            AssignmentCheck check,
            PlanRegister plans,
            RegionScope scope,
            Caller caller,
            AssignmentPublisher publisher,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.details = details;
        this.check = check;
        this.plans = plans;
        this.scope = scope;
        this.caller = caller;
        this.publisher = publisher;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives a task to units; those that it was given to before have it no more.
     *
     * @param id id within a plan
     * @param plan plan code, or null when one plan only has the id
     * @param wanted the units
     * @param ifMatch the header {@code If-Match}, or null
     * @param english whether the reader prefers English
     * @return the task as it is then
     */
    VersionedTask assign(
            String id, @Nullable String plan, Responsibility wanted, @Nullable String ifMatch, boolean english) {
        TaskKey key = open(id, plan, ifMatch, english);
        check.require(key.plan(), wanted);
        return write(key, wanted, english);
    }

    /**
     * Changes the unit that leads a task and leaves the others.
     *
     * @param id id within a plan
     * @param plan plan code, or null when one plan only has the id
     * @param organisation code of an organisation that the plan names
     * @param ifMatch the header {@code If-Match}, or null
     * @param english whether the reader prefers English
     * @return the task as it is then
     */
    VersionedTask assignLead(
            String id, @Nullable String plan, String organisation, @Nullable String ifMatch, boolean english) {
        TaskKey key = open(id, plan, ifMatch, english);
        if (plans.organisationName(key.plan(), organisation).isEmpty()) {
            throw TaskError.UNKNOWN_ORGANISATION.at("/organisation", organisation, List.of());
        }
        return write(key, tasks.responsibility(key).ledBy(organisation), english);
    }

    private TaskKey open(String id, @Nullable String plan, @Nullable String ifMatch, boolean english) {
        TaskKey key = tasks.resolve(id, plan);
        scope.requireWritable(plans.city(key.plan()));
        tasks.lock(key);
        Preconditions.requireMatch(ifMatch, details.read(key, english).tag());
        return key;
    }

    private VersionedTask write(TaskKey key, Responsibility wanted, boolean english) {
        Instant now = clock.instant();
        tasks.assign(key, wanted, caller.subject(), now);
        VersionedTask assigned = details.read(key, english);
        publisher.assigned(key, assigned.detail().task().clause(), wanted, caller.subject(), now);
        audit.record("task.assign", key.path(), plans.city(key.plan()), wanted.lead());
        return assigned;
    }
}
