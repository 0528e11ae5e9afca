package org.finplan.tasks.assignment;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.events.TaskAssigned;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.tasks.task.Responsibility;
import org.finplan.tasks.task.TaskKey;

/** Tells others that a task was given to units, in the transaction in which it was. */
@ApplicationScoped
public class AssignmentPublisher {

    private final Outbox outbox;
    private final PlanRegister plans;

    AssignmentPublisher(Outbox outbox, PlanRegister plans) {
        this.outbox = outbox;
        this.plans = plans;
    }

    /**
     * Tells it.
     *
     * @param key key of the task
     * @param clause clause of the plan that it comes from
     * @param units the units that have it from now on, one that leads among them
     * @param by subject of whoever assigned them
     * @param at when
     */
    public void assigned(TaskKey key, String clause, Responsibility units, String by, Instant at) {
        TaskAssigned event = new TaskAssigned(
                key.plan(),
                key.id(),
                clause,
                units.lead(),
                codes(units.responsible()),
                codes(units.cooperating()),
                by,
                at);
        outbox.append(new NewEvent(event, key.aggregate(), "/api/v1/tasks/" + key.id(), plans.city(key.plan())));
    }

    /** A property that has no value is absent. */
    @Nullable
    private static String codes(List<String> units) {
        return units.isEmpty() ? null : String.join(",", units);
    }
}
